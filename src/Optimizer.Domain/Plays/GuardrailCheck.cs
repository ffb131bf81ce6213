using System.Globalization;
using Optimizer.Domain.Kpis;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Plays;

/// <summary>Whether a limit that a definition sets on a KPI is broken by its latest days. Pure.</summary>
public static class GuardrailCheck
{
    private const int Week = 7;
    private const int BaselineDays = 28;

    /// <summary>Days of figures that the check may look at.</summary>
    public static int DaysOf(GuardrailRule rule, Cycle? cycle)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return BaselineDays + Math.Max(Week, rule.ForPeriods?.Days(cycle) ?? Week);
    }

    /// <summary>
    /// The mean of the last week, or of every week of the rule's periods, against its limit; null when the limit holds, when fewer than half
    /// of the days have a figure, or when the rule compares with control, which experiments do.
    /// </summary>
    /// <param name="rule">The rule; a change "below 30" and one "below -30" are the same drop.</param>
    /// <param name="id">Its id.</param>
    /// <param name="kpi">What it is on.</param>
    /// <param name="series">Figures of the KPI.</param>
    /// <param name="last">The last complete day.</param>
    /// <param name="cycle">Of the play.</param>
    public static BrokenGuardrail? Judge(GuardrailRule rule, string id, PlayKpi kpi, KpiSeries series, DateOnly last, Cycle? cycle)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(kpi);
        ArgumentNullException.ThrowIfNull(series);
        var days = Math.Max(Week, rule.ForPeriods?.Days(cycle) ?? Week);
        var baseline = Mean(series, last.AddDays(-days), BaselineDays);
        var seen = Enumerable.Range(0, Math.Max(1, days / Week))
            .Select(week => Seen(rule, kpi, Mean(series, last.AddDays(-Week * week), Week), baseline))
            .ToList();
        var limit = Limit(rule, kpi);
        return seen.TrueForAll(value => value is { } known && Breaks(known, rule.Operator, limit))
            ? new(id, kpi.Key, rule.Action, $"{kpi.Key} {Text(rule, seen[0]!.Value)}, limit {rule.Operator} {Text(rule, limit)}{(seen.Count > 1 ? $", for {Count(seen.Count)} weeks" : "")}")
            : null;
    }

    private static double? Seen(GuardrailRule rule, PlayKpi kpi, double? mean, double? baseline) => rule.Basis switch
    {
        GuardrailBasis.Absolute => mean,
        GuardrailBasis.ChangeFromBaseline => baseline > 0 ? mean / baseline - 1 : null,
        GuardrailBasis.PercentOfBaseline => baseline > 0 ? mean / baseline : null,
        GuardrailBasis.VsControl => null,
        _ => throw new InvalidOperationException($"unknown basis of the guardrail on {kpi.Key}: {rule.Basis}"),
    };

    private static double Limit(GuardrailRule rule, PlayKpi kpi) => rule.Basis switch
    {
        GuardrailBasis.Absolute => rule.Unit == "percent" && kpi.Unit == "fraction" ? rule.Value / 100 : rule.Value,
        GuardrailBasis.ChangeFromBaseline => rule.Operator[0] == '<' ? -Math.Abs(rule.Value) / 100 : Math.Abs(rule.Value) / 100,
        _ => rule.Unit is "x" or "ratio" ? rule.Value : rule.Value / 100,
    };

    private static bool Breaks(double value, string comparison, double limit) => comparison switch
    {
        "<" => value < limit,
        "<=" => value <= limit,
        ">" => value > limit,
        ">=" => value >= limit,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "must be one of < <= > >="),
    };

    private static string Text(GuardrailRule rule, double value) => rule.Basis switch
    {
        GuardrailBasis.Absolute when rule.Unit == "percent" => Percent(value),
        GuardrailBasis.Absolute => value.ToString("0.####", CultureInfo.InvariantCulture),
        GuardrailBasis.ChangeFromBaseline => Change(value),
        _ => $"{Percent(value)} of its baseline",
    };

    private static double? Mean(KpiSeries series, DateOnly last, int days)
    {
        var figures = Enumerable.Range(0, days).Select(back => series[last.AddDays(-back)]).OfType<double>().ToList();
        return figures.Count * 2 >= days ? figures.Average() : null;
    }
}
