namespace Optimizer.Tests.Loops.Kit;

/// <summary>Small play definitions as a file would hold them.</summary>
internal static class PlayText
{
    public static string Of(
        string slug, string timeZone = "UTC", string at = "08:00", string direction = "up", string[]? variables = null, int maxStarts = 4,
        string cadence = "daily", string extra = "") => $$$"""
        apiVersion: 1
        slug: {{{slug}}}
        name: Play {{{slug}}}
        channels: [Email]
        kpis:
          - key: goal_rate
            role: primary
            kind: rate
            direction: {{{direction}}}
            unit: fraction
            target: null
            measure:
              type: ratio
              numerator: {event: goal_done, distinct: user_id}
              denominator: {event: visited, distinct: user_id}
          - key: complaint_rate
            role: guardrail
            kind: rate
            direction: down
            unit: fraction
            target: null
            measure:
              type: ratio
              numerator: {event: complained, distinct: user_id}
              denominator: {event: visited, distinct: user_id}
        monitor:
          cadence: [{{{cadence}}}]
          at: "{{{at}}}"
          timezone: {{{timeZone}}}
        variables:
        {{{Variables(variables ?? ["subject_line", "email_copy", "cta", "send_time"])}}}
        experiment: {assignment: platform_native, unit: subscriber, minDuration: {n: 7, unit: day}, minSamplesPerVariant: 100}
        limits:
          maxActive: [{max: 1, scope: play}]
          maxPer: [{max: {{{maxStarts}}}, period: month, scope: play}]
          cooldown: {n: 7, unit: day}
        convergence: {maxLiftPercent: 2, consecutive: 3, monitorEvery: {n: 1, unit: week}}
        report: {cadence: [weekly]}
        {{{extra}}}
        """;

    private static string Variables(string[] keys) =>
        string.Join("\n", keys.Select(key => $$"""  - {key: {{key}}, actuator: email-tool, autonomous: true, current: "as before"}"""));
}
