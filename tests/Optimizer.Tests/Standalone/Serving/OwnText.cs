namespace Optimizer.Tests.Standalone.Serving;

/// <summary>A play that needs no vendor, and its policy, as files hold them.</summary>
internal static class OwnText
{
    public const string Play = """
        apiVersion: 1
        slug: pricing
        name: Pricing page
        channels: [Product]
        kpis:
          - key: purchase_rate
            role: primary
            kind: rate
            direction: up
            unit: fraction
            target: null
            measure:
              type: ratio
              numerator: {event: purchase, distinct: session_id}
              denominator: {event: view, distinct: session_id}
          - key: revenue
            role: secondary
            kind: revenue
            direction: up
            unit: usd
            target: null
            measure: {type: sum, of: {event: purchase, property: value}}
        monitor:
          cadence: [daily]
          at: "08:00"
          timezone: UTC
        variables:
          - {key: headline, actuator: own, autonomous: true, current: "as before"}
          - {key: cta, actuator: own, autonomous: true, current: "as before"}
        experiment: {assignment: randomized, unit: visitor, minDuration: {n: 7, unit: day}, minSamplesPerVariant: 100}
        limits:
          maxActive: [{max: 1, scope: play}]
          maxPer: [{max: 4, period: month, scope: play}]
          cooldown: {n: 7, unit: day}
        convergence: {maxLiftPercent: 2, consecutive: 3}
        report: {cadence: [weekly], day: monday}

        """;

    /// <summary>Every change waits for a person.</summary>
    public const string Policy = """
        version: 1
        set:
          autonomy.start: semi
          autonomy.ceiling: semi
          autonomy.skip_graduation: true

        """;
}
