using System.Text.Json;
using System.Text.RegularExpressions;
using Optimizer.Domain.Kpis;

namespace Optimizer.Standalone.Onboarding;

/// <summary>The definition of a first play as a file that people go on writing.</summary>
internal static partial class FirstPlay
{
    /// <summary>The file's text.</summary>
    public static string Of(InitPlan plan) => $$"""
        # {{Comment(plan.Name)}}, made by 'optimizer init' from {{Comment(Path.GetFileName(plan.Csv))}}.
        #
        # Every line may be changed; a server takes a changed file at the play's next tick.
        # 'optimizer plays validate FILE' says what is wrong with it, 'optimizer plays show {{plan.Slug}}' what is missing.
        apiVersion: 1
        slug: {{plan.Slug}}
        name: {{Quoted(plan.Name)}}
        channels: [Product]

        # What is watched. Guardrail KPIs (role: guardrail) stop what does harm elsewhere; add a column of their key to the KPI file.
        kpis:
          - key: {{plan.Kpi}}
            role: primary
            kind: {{Kind(plan.Kind)}}
            direction: {{(plan.Direction == KpiDirection.HigherIsBetter ? "up" : "down")}}
            unit: {{Unit(plan.Kind)}}
            target: null            # a number to reach, such as {op: ">=", value: 250}
            measure: {{Measure(plan)}}

        # Read once a day, when the day before is complete.
        monitor:
          cadence: [daily]
          at: "08:00"
          timezone: {{Quoted(plan.TimeZone)}}

        # What the play may change. With an actuator somebody or something can apply it; without one it is only talked about.
        variables:{{Variables(plan)}}

        experiment:
          assignment: randomized
          unit: visitor
          minDuration: {n: 7, unit: day}
          maxDuration: {n: 4, unit: week}
          minSamplesPerVariant: 100

        limits:
          maxActive: [{max: 1, scope: play}]
          maxPer: [{max: 4, period: month, scope: play}]
          cooldown: {n: 7, unit: day}
          failuresBeforePause: 4

        convergence: {maxLiftPercent: 2, consecutive: 3}
        report: {cadence: [weekly], day: monday}

        """;

    private static string Measure(InitPlan plan) => plan.Kind switch
    {
        KpiKind.Rate => $"{{type: ratio, numerator: {{event: {Quoted(plan.Event)}}}, denominator: {{event: {Quoted(plan.Unit)}}}}}",
        KpiKind.Count => $"{{type: count, of: {{event: {Quoted(plan.Event)}}}}}",
        KpiKind.Money => $"{{type: sum, of: {{event: {Quoted(plan.Event)}, property: value}}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan.Kind, "unknown kind of KPI"),
    };

    private static string Kind(KpiKind kind) => kind switch
    {
        KpiKind.Rate => "rate",
        KpiKind.Count => "count",
        KpiKind.Money => "revenue",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of KPI"),
    };

    private static string Unit(KpiKind kind) => kind switch
    {
        KpiKind.Rate => "fraction",
        KpiKind.Count => "count",
        KpiKind.Money => "usd",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of KPI"),
    };

    private static string Variables(InitPlan plan) => plan.Variables.Count == 0
        ? " []"
        : string.Concat(plan.Variables.Select(each =>
            $"\n  - {{key: {Quoted(each.Key)}, actuator: own, autonomous: true{(each.Current is { } current ? $", current: {Quoted(current)}" : "")}}}"));

    // A JSON string is a YAML string in double quotes.
    private static string Quoted(string text) => Simple().IsMatch(text) ? text : JsonSerializer.Serialize(text);

    private static string Comment(string text) => Engine.Plain.Text(text);

    // Words that YAML takes for something else (yes, null, 1e5) are quoted too.
    [GeneratedRegex("^(?!(?:true|false|yes|no|on|off|null|y|n)$)[a-z][a-z_-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Simple();
}
