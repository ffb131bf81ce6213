using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;

namespace Optimizer.Tests.Connectors;

/// <summary>A play for tests of what lies outside: one goal, one side KPI, some variables that a channel can change.</summary>
internal static class SamplePlay
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    public static Play Of(
        string slug = "onboarding",
        KpiForm form = KpiForm.Rate,
        KpiDirection direction = KpiDirection.HigherIsBetter,
        string timeZone = "UTC",
        string? actuator = "simulated",
        params string[] variables) => new()
        {
            Slug = slug,
            Name = slug,
            Channels = ["email"],
            Kpis =
            [
                Kpi("goal", KpiRole.Primary, form, direction),
                Kpi("complaints", KpiRole.Guardrail, KpiForm.Rate, KpiDirection.LowerIsBetter),
            ],
            Monitor = new() { TimeZone = timeZone },
            Variables = [.. (variables.Length == 0 ? ["subject_line", "email_copy", "cta", "send_time"] : variables).Select(key => new Variable(key, actuator, true, null))],
            Experiment = new(),
            Limits = new(),
            Convergence = new(),
            Report = new(),
        };

    public static PlayKpi Kpi(string key, KpiRole role, KpiForm form, KpiDirection direction) => new()
    {
        Key = key,
        Role = role,
        Form = form,
        Direction = direction,
        Unit = form is KpiForm.Rate ? "fraction" : form is KpiForm.Count ? "count" : "usd",
        Measure = new() { Type = MeasureType.Ratio, Numerator = new($"{key}_done"), Denominator = new("visited") },
    };

    public static DateOnly Day(int afterStart) => DateOnly.FromDateTime(Start.UtcDateTime).AddDays(afterStart);
}
