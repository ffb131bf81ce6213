using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies.Keys;

namespace Optimizer.Domain.Policies.Scopes;

/// <summary>
/// A play's definition as a scope: it may tighten and never loosens (PLAYS.md 2.3). A definition always carries the
/// schema's defaults, so a value equal to one counts as not said; else silence would overrule what people set.
/// </summary>
internal static class DefinitionScope
{
    private const int Week = 7;

    private static readonly PlayLimits Limits = new();
    private static readonly ExperimentPlan Plan = new();
    private static readonly MonitorPlan Monitor = new();
    private static readonly ReportPlan Report = new();

    // Kinds of approval that nothing this product does needs: it has no verb for them (S1-175).
    private static readonly HashSet<string> NoVerb =
        ["model_or_scoring_formula", "partner_or_relationship", "periodic_review", "retire_or_remove_asset", "high_risk_hypothesis"];

    private static readonly Dictionary<string, ChangeClass> Classes = new(StringComparer.Ordinal)
    {
        ["audience_or_targeting_change"] = ChangeClass.Audience,
        ["brand_or_positioning"] = ChangeClass.Strategy,
        ["channel_add_or_remove"] = ChangeClass.Channel,
        ["content_or_copy_approval"] = ChangeClass.Copy,
        ["format_or_product_core"] = ChangeClass.Strategy,
        ["frequency_cap_or_volume"] = ChangeClass.Cadence,
        ["incentive_or_reward_value"] = ChangeClass.Budget,
        ["legal_or_compliance"] = ChangeClass.Legal,
        ["pricing_or_discount"] = ChangeClass.Pricing,
    };

    public static PolicyScope Of(Play play) => new()
    {
        Kind = ScopeKind.Definition,
        Settings = [.. Caps(play).Concat(Gates(play)).Concat(Approvals(play)).Concat(Preferences(play)).Select(Made)],
    };

    /// <summary>Caps over windows that no key has.</summary>
    public static IReadOnlyList<StartLimit> StartLimits(Play play) =>
        [.. play.Limits.MaxPer.Where(limit => limit is { Scope: "play", Period: not SpanUnit.Month })
            .Select(limit => new StartLimit(limit.Max, new Span(1, limit.Period).Days(), $"definition: {limit.Max} per {limit.Period.ToString().ToLowerInvariant()}"))];

    private static IEnumerable<(string Key, string Value)> Caps(Play play)
    {
        var limits = play.Limits;

        // A limit on something below the play, such as a persona, leaves the limit of the whole play as it is.
        foreach (var active in limits.MaxActive.Where(active => active.Scope == "play" && !Limits.MaxActive.Contains(active)))
        {
            yield return ("play.max_active", Text(active.Max));
        }

        foreach (var starts in limits.MaxPer.Where(starts => starts is { Scope: "play", Period: SpanUnit.Month } && !Limits.MaxPer.Contains(starts)))
        {
            yield return ("play.max_starts", Text(starts.Max));
        }

        if (limits.Cooldown != Limits.Cooldown)
        {
            yield return ("play.cooldown_days", Text(limits.Cooldown.Days(play.Cycle)));
        }

        if (limits.FailuresBeforePause != Limits.FailuresBeforePause)
        {
            yield return ("play.failures_before_pause", Text(limits.FailuresBeforePause));
        }
    }

    private static IEnumerable<(string Key, string Value)> Gates(Play play)
    {
        var plan = play.Experiment;
        if (plan.MinDuration != Plan.MinDuration)
        {
            yield return ("experiment.min_days", Text(plan.MinDuration.Days(play.Cycle)));
        }

        if (plan.MinSamplesPerVariant != Plan.MinSamplesPerVariant)
        {
            yield return ("experiment.min_units", Text(plan.MinSamplesPerVariant));
        }

        if (plan.MaxSecondaryDegradationPercent != Plan.MaxSecondaryDegradationPercent)
        {
            yield return ("kpi.max_secondary_drop", Share(plan.MaxSecondaryDegradationPercent));
        }

        if (plan.MinConfidence != Plan.MinConfidence)
        {
            // A confidence of 0.95 asks for evidence of 1 in 20.
            var confidence = Math.Clamp(plan.MinConfidence, 0.6, 0.999);
            yield return ("evidence.proven_odds", KeyText.Text(Math.Round(1 / (1 - confidence), 6)));
            yield return ("evidence.provisional_chance", KeyText.Text(confidence));
            yield return ("promote.p90.limit", KeyText.Text(confidence));
        }

        if (plan.MinLift != Plan.MinLift && plan.LiftUnit == "percent")
        {
            yield return ("promote.review_below", Share(plan.MinLift));
        }

        if (plan.MaxDuration is { } longest)
        {
            // The time a play gives an experiment is planned in full: what has no hope ends on day 7, and what is good needs the days.
            yield return ("experiment.end_days", Text(Math.Clamp(longest.Days(play.Cycle) / Week, 1, 52) * Week));
            yield return ("experiment.max_extensions", Text(0));
        }

        // Written as a drop of 30 or as a change of -30: the same.
        foreach (var rule in plan.RevertWhen.Where(rule => rule is
        { Metric: "primary", Operator: "<" or "<=", Action: GuardrailAction.Revert, Basis: GuardrailBasis.VsControl or GuardrailBasis.ChangeFromBaseline, Unit: "percent" or null }))
        {
            if (Math.Abs(rule.Value) != 30)
            {
                yield return ("stop.drop30.limit", Share(Math.Abs(rule.Value)));
            }
        }
    }

    private static IEnumerable<(string Key, string Value)> Approvals(Play play)
    {
        var share = play.Approvals.Any(need => need.When == "traffic_share_affected");
        foreach (var need in play.Approvals.Where(need => !NoVerb.Contains(need.When)))
        {
            foreach (var setting in need switch
            {
                { When: "budget_change" } => [("approval.budget_above", Share(need.ThresholdPercent ?? 0))],
                { When: "traffic_share_affected" } => [("approval.traffic_above", Share(need.ThresholdPercent ?? 0))],
                { When: "audience_or_targeting_change", ThresholdPercent: { } percent } => [("approval.traffic_above", Share(percent))],

                // "audience changes that affect more than n % of traffic" is written as two needs.
                { When: "audience_or_targeting_change" } when share => [],
                { Variables.Count: > 0 } => [("approval.variables", string.Join(", ", need.Variables))],
                _ when Classes.TryGetValue(need.When, out var change) => [Class(change)],

                // What we do not know is asked for every class: unsure asks.
                _ => Enum.GetValues<ChangeClass>().Select(Class),
            })
            {
                yield return setting;
            }
        }
    }

    private static IEnumerable<(string Key, string Value)> Preferences(Play play)
    {
        if (play.Monitor.TimeZone != Monitor.TimeZone)
        {
            yield return ("time_zone", play.Monitor.TimeZone);
        }

        if (!play.Monitor.Cadence.Contains(Cadence.Daily))
        {
            yield return ("decide.every_days", Text(play.Monitor.Cadence.Contains(Cadence.Weekly) ? 7 : 30));
        }

        if (play.Report.Day != Report.Day)
        {
            yield return ("report.day", play.Report.Day.ToString());
        }

    }

    private static (string, string) Class(ChangeClass change) =>
        ($"approval.class.{change.ToString().ToLowerInvariant()}", change is ChangeClass.Pricing or ChangeClass.Legal ? "ceo" : "manager");

    /// <summary>A number beyond the range of its key counts as the end of the range: the tighter or the looser, as it was meant.</summary>
    private static PolicySetting Made((string Key, string Value) setting)
    {
        var key = PolicyKeys.Find(setting.Key) ?? throw new InvalidOperationException($"unknown key of a definition: {setting.Key}");
        var value = KeyText.Read(key, setting.Value).Value
            ?? (key.Form is ValueForm.Whole or ValueForm.Number or ValueForm.Share
                ? KeyText.Text(Math.Clamp(KeyText.Number(setting.Value), key.Least, key.Most))
                : key.DefaultOf(Profile.GtmPlay));
        return new(key.Name, value, null);
    }

    private static string Text(int number) => KeyText.Text(number);

    private static string Share(double percent) => KeyText.Text(Math.Round(percent / 100, 12));
}
