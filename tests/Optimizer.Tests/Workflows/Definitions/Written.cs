using Optimizer.Workflows.Definitions;

namespace Optimizer.Tests.Workflows.Definitions;

/// <summary>A definition that is right and sets everything, to be broken one thing at a time.</summary>
internal static class Written
{
    public const string Whole = """
        apiVersion: 1
        slug: trial-nurture
        name: Trial nurture
        stage: product/onboard
        motion: lead-capture-surface
        channels: [Email, Product]
        horizonMonths: 12
        cycle:
          unit: trial
          typicalLength: {n: 2, unit: week}
        segments:
          dimension: persona
          values: [founder, marketer]
        kpis:
          - key: paid_rate
            role: primary
            kind: rate
            direction: up
            unit: fraction
            target: {op: ">=", value: 0.1}
            measure:
              type: ratio
              numerator: {event: plan_started, where: {plan: pro, seats: 3}}
              denominator: {event: trial_started, distinct: person}
              conversionWindow: {n: 14, unit: day}
          - key: unsubscribe_rate
            role: guardrail
            kind: rate
            direction: down
            unit: fraction
            target: null
            splitBy: persona
            measure: {type: count, of: {event: unsubscribed}, per: person}
          - key: cost_per_trial
            role: secondary
            kind: cost
            direction: down
            unit: usd
            target: {relativeTo: peak, factor: 1.15}
            measure: {type: cost_per, cost: {ledger: play}, per: {event: trial_started}}
          - key: lift
            role: meta
            kind: lift
            direction: up
            unit: pp
            target: null
            measure:
              type: difference
              metric: {type: external, source: billing, name: margin}
              against: holdout
              as: pp
        monitor:
          cadence: [daily]
          at: "08:30"
          timezone: Europe/Berlin
          recent: {n: 2, unit: week}
          normalPercent: 10
          plateauPercent: 2
          dropPercent: 20
          spikePercent: 50
          triggerOn: [plateau, drop]
        variables:
          - {key: subject_line, actuator: email-tool, autonomous: true, current: "Hello"}
          - {key: offer, actuator: billing, autonomous: false}
        experiment:
          assignment: randomized
          minDuration: {n: 7, unit: day}
          maxDuration: {n: 6, unit: week}
          minSamplesPerVariant: 200
          adopt: {minLift: 5, liftUnit: percent, minConfidence: 0.95}
          revertWhen:
            - {metric: primary, op: "<", value: 30, unit: percent, basis: vs_control, action: revert, whileExperimentOnly: true}
        limits:
          maxActive: [{max: 1, scope: play}]
          maxPer: [{max: 4, period: month, scope: play}]
          cooldown: {n: 7, unit: day}
        approvals:
          - {when: pricing_or_discount, thresholdPercent: 5, variables: [offer]}
        guardrails:
          - {metric: unsubscribe_rate, op: ">", value: 1, unit: percent, basis: absolute, forPeriods: {n: 2, unit: day}, action: alert}
        convergence:
          maxLiftPercent: 2
          consecutive: 3
          reenterOnDeviation: {value: 15, unit: percent}
        report:
          cadence: [weekly]
          day: friday
          reviews: [monthly]
        cost: {monthlyUsd: [150, 250]}
        """;

    public static PlayFile Read(string text) => PlayFile.Read(text, "plays.yaml");

    /// <summary>The play with one text in place of another, which must stand there once.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Equal(2, Whole.Split(old).Length);
        return Whole.Replace(old, replacement, StringComparison.Ordinal);
    }

    /// <summary>Line of the first place of a text, from 1.</summary>
    public static int LineOf(string part, string text)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{part}' is not there");
        return text.AsSpan(0, at).Count('\n') + 1;
    }
}
