namespace Optimizer.Tests.Workflows.Definitions;

/// <summary>One thing is broken at a time: the one problem names its line, its field and what would be right.</summary>
public class PlayFileBreaksTests
{
    [Theory]

    // Fields nobody knows.
    [InlineData("horizonMonths: 12", "horizonMoths: 12", "horizonMoths", "did you mean horizonMonths?")]
    [InlineData("    splitBy: persona", "    colour: red", "kpis[1].colour", "the fields are key, role, kind")]
    [InlineData("timezone: Europe/Berlin", "time_zone: Europe/Berlin", "monitor.time_zone", "did you mean timezone?")]
    [InlineData("distinct: person", "banana: person", "kpis[0].measure.denominator.banana", "the fields are event, where, distinct, property")]
    [InlineData("as: pp", "ass: pp", "kpis[3].measure.ass", "did you mean as?")]
    [InlineData("dimension: persona", "dimension: persona\n  <<: {discover: true}", "segments.<<", "the fields are dimension, values, discover", "<<")]

    // Fields that are missing.
    [InlineData("apiVersion: 1\n", "", "apiVersion", "is missing; needs 1", "slug:")]
    [InlineData("name: Trial nurture\n", "", "name", "is missing", "apiVersion")]
    [InlineData("    unit: fraction\n    target: {op: \">=\", value: 0.1}", "    target: {op: \">=\", value: 0.1}", "kpis[0].unit", "is missing; needs fraction, pp, count", "- key: paid_rate")]
    [InlineData("    target: {op: \">=\", value: 0.1}\n", "", "kpis[0].target", "or null for none", "- key: paid_rate")]
    [InlineData("      denominator: {event: trial_started, distinct: person}\n", "", "kpis[0].measure.denominator", "is missing; needs the event it is out of", "type: ratio")]
    [InlineData("{op: \">=\", value: 0.1}", "{op: \">=\"}", "kpis[0].target.value", "is missing; needs a number in the KPI's unit")]
    [InlineData("{max: 1, scope: play}", "{max: 1}", "limits.maxActive[0].scope", "is missing; needs play")]
    [InlineData("  cooldown: {n: 7, unit: day}\n", "", "limits.cooldown", "is missing", "maxActive")]
    [InlineData("  consecutive: 3\n", "", "convergence.consecutive", "is missing", "maxLiftPercent")]

    // Words that are not allowed.
    [InlineData("apiVersion: 1", "apiVersion: 2", "apiVersion", "is 2; must be 1")]
    [InlineData("role: primary", "role: primry", "kpis[0].role", "Did you mean primary?")]
    [InlineData("direction: up\n    unit: fraction", "direction: higher\n    unit: fraction", "kpis[0].direction", "is 'higher'; must be up or down", "direction: higher")]
    [InlineData("unit: usd", "unit: eur", "kpis[2].unit", "must be fraction, pp, count, ratio, usd")]
    [InlineData("type: ratio", "type: ration", "kpis[0].measure.type", "Did you mean ratio?")]
    [InlineData("cadence: [daily]", "cadence: [dayly]", "monitor.cadence[0]", "Did you mean daily?")]
    [InlineData("cadence: [weekly]", "cadence: [daily]", "report.cadence[0]", "must be weekly, monthly, quarterly or per_cycle", "report:", 1)]
    [InlineData("triggerOn: [plateau, drop]", "triggerOn: [plateau, growth]", "monitor.triggerOn[1]", "must be plateau, drop or spike")]
    [InlineData("day: friday", "day: fryday", "report.day", "Did you mean friday?")]
    [InlineData("action: alert", "action: notify", "guardrails[0].action", "must be alert, investigate, human_review")]
    [InlineData("basis: vs_control", "basis: vs-control", "experiment.revertWhen[0].basis", "Did you mean vs_control?")]
    [InlineData("against: holdout", "against: control", "kpis[3].measure.against", "must be scalable_baseline, holdout, non_exposed or peer_segment")]
    [InlineData("relativeTo: peak", "relativeTo: best", "kpis[2].target.relativeTo", "must be scalable_baseline, peak or previous_period")]
    [InlineData("period: month", "period: week", "limits.maxPer[0].period", "must be month, quarter or year")]
    [InlineData("assignment: randomized", "assignment: random", "experiment.assignment", "randomized, platform_native")]
    [InlineData("liftUnit: percent", "liftUnit: points", "experiment.adopt.liftUnit", "must be percent or pp")]
    [InlineData("{n: 2, unit: week}\nsegments", "{n: 2, unit: weeks}\nsegments", "cycle.typicalLength.unit", "Did you mean week?", "weeks")]

    // Forms and limits.
    [InlineData("slug: trial-nurture", "slug: Trial Nurture", "slug", "lower case letters, digits and hyphens")]
    [InlineData("slug: trial-nurture", "slug: policy", "slug", "not 'policy'")]
    [InlineData("slug: trial-nurture", "slug: --", "slug", "lower case letters, digits and hyphens")]
    [InlineData("key: paid_rate", "key: paid-rate", "kpis[0].key", "lower case letters, digits and underscores")]
    [InlineData("channels: [Email, Product]", "channels: []", "channels", "must have at least 1")]
    [InlineData("channels: [Email, Product]", "channels: Email", "channels", "is 'Email'; must be a list")]
    [InlineData("horizonMonths: 12", "horizonMonths: 0", "horizonMonths", "is 0; must be a whole number from 1")]
    [InlineData("horizonMonths: 12", "horizonMonths: 1.5", "horizonMonths", "is 1.5; must be a whole number")]
    [InlineData("recent: {n: 2, unit: week}", "recent: {n: 0, unit: week}", "monitor.recent.n", "is 0; must be a whole number from 1")]
    [InlineData("recent: {n: 2, unit: week}", "recent: 2 weeks", "monitor.recent", "must be a group of fields: n, unit")]
    [InlineData("recent: {n: 2, unit: week}", "recent: {n: 80000, unit: year}", "monitor.recent", "at most ten years")]
    [InlineData("value: 0.1", "value: ten", "kpis[0].target.value", "is 'ten'; must be a number")]
    [InlineData("value: 0.1", "value: \"0.1\"", "kpis[0].target.value", "without quotes")]
    [InlineData("value: 0.1", "value: .inf", "kpis[0].target.value", "is .inf; must be a number")]
    [InlineData("value: 0.1", "value: 1e999", "kpis[0].target.value", "is 1e999; must be a number")]
    [InlineData("factor: 1.15", "factor: 0", "kpis[2].target.factor", "above 0")]
    [InlineData("op: \">=\"", "op: \"=>\"", "kpis[0].target.op", "in quotes")]
    [InlineData("minConfidence: 0.95", "minConfidence: 95", "experiment.adopt.minConfidence", "a share from 0 to 1, such as 0.95")]
    [InlineData("minSamplesPerVariant: 200", "minSamplesPerVariant: -1", "experiment.minSamplesPerVariant", "at least 1")]
    [InlineData("maxDuration: {n: 6, unit: week}", "maxDuration: {n: 3, unit: day}", "experiment.maxDuration", "must be at least minDuration, which is 7 days")]
    [InlineData("at: \"08:30\"", "at: \"8am\"", "monitor.at", "must be a time of day as \"HH:mm\"")]
    [InlineData("at: \"08:30\"", "at: \"24:00\"", "monitor.at", "must be a time of day as \"HH:mm\"")]
    [InlineData("timezone: Europe/Berlin", "timezone: Europe/Bielefeld", "monitor.timezone", "must be an IANA name such as Europe/Berlin")]
    [InlineData("timezone: Europe/Berlin", "timezone: ../../etc/hosts", "monitor.timezone", "must be an IANA name")]
    [InlineData("autonomous: true", "autonomous: yes", "variables[0].autonomous", "is 'yes'; must be true or false")]
    [InlineData("name: Trial nurture", "name: 2026", "name", "put it in quotes: \"2026\"")]
    [InlineData("name: Trial nurture", "name:", "name", "is empty; must be text")]
    [InlineData("name: Trial nurture", "name: \"  \"", "name", "is blank")]
    [InlineData("name: Trial nurture", "name: \"a\\nb\"", "name", "must be one line")]
    [InlineData("monthlyUsd: [150, 250]", "monthlyUsd: [250, 150]", "cost.monthlyUsd", "the lower first")]
    [InlineData("monthlyUsd: [150, 250]", "monthlyUsd: [150]", "cost.monthlyUsd", "must be two amounts of USD")]
    [InlineData("where: {plan: pro, seats: 3}", "where: pro", "kpis[0].measure.numerator.where", "must be properties and their values")]
    [InlineData("cost: {ledger: play}", "cost: 5", "kpis[2].measure.cost", "must be a group of fields")]
    [InlineData("typicalLength: {n: 2, unit: week}", "typicalLength: {n: 2, unit: cycle}", "cycle.typicalLength", "must be a length of time")]

    // What only holds together.
    [InlineData("role: primary", "role: secondary", "kpis", "none has role: primary", "kpis:")]
    [InlineData("key: cost_per_trial", "key: paid_rate", "kpis[2].key", "is 'paid_rate', as is kpis[0].key", "key: paid_rate\n    role: secondary")]
    [InlineData("current: \"Hello\"}", "current: \"Hello\"}\n  - {key: subject_line}", "variables[1].key", "as is variables[0].key", "- {key: subject_line}")]
    [InlineData("variables: [offer]", "variables: [ofer]", "approvals[0].variables[0]", "did you mean offer?")]
    [InlineData("per: person}", "per: person, source: x}", "kpis[1].measure.source", "is no field of type count, which has of, per")]
    [InlineData("target: {op: \">=\", value: 0.1}", "target: {op: \">=\", value: 0.1, factor: 2}", "kpis[0].target", "mixes two kinds")]
    [InlineData("target: {op: \">=\", value: 0.1}", "target: {}", "kpis[0].target", "says nothing")]
    [InlineData("normalPercent: 10", "normalPercent: 2", "monitor.normalPercent", "must be above plateauPercent, which is 2")]
    [InlineData("dropPercent: 20", "dropPercent: 100", "monitor.dropPercent", "must be below 100")]
    [InlineData("spikePercent: 50", "spikePercent: 1", "monitor.spikePercent", "must be above plateauPercent")]
    [InlineData("plateauPercent: 2", "plateauPercent: 0", "monitor.plateauPercent", "a number above 0")]
    [InlineData("stage: product/onboard", "slug: other", "slug", "stands twice; the first is on line 2", "slug: other")]
    public void Read_OneThingBroken_SaysWhereAndWhatIsRight(
        string old, string replacement, string field, string message, string? at = null, int below = 0)
    {
        var text = Written.With(old, replacement);

        var read = Written.Read(text);

        Assert.Empty(read.Plays);
        var problem = Assert.Single(read.Problems);
        Assert.Equal(("plays.yaml", field), (problem.File, problem.Field));
        Assert.Contains(message, problem.Problem, StringComparison.Ordinal);
        Assert.Equal(Written.LineOf(at ?? replacement, text) + below, problem.Line);
    }

    [Fact]
    public void Read_FieldsOfAnotherMeasure_AreAllNamedAndTheMissingOnesToo()
    {
        var read = Written.Read(Written.With("type: count", "type: ratio"));

        Assert.Equal(
            ["kpis[1].measure.denominator", "kpis[1].measure.numerator", "kpis[1].measure.of", "kpis[1].measure.per"],
            read.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
    }
}
