using System.Globalization;
using Optimizer.Domain.Plays;

namespace Optimizer.Domain.Reports;

/// <summary>What a KPI should reach, and what is missing to it: tracked and shown, never a gate.</summary>
public static class Goals
{
    public static string? Text(PlayKpi kpi) => kpi.Target switch
    {
        null => null,
        { Operator: { } sign, Value: { } value } => $"{sign} {Units.Show(value, kpi.Unit)}",
        { RelativeTo: { } reference, Factor: { } factor } =>
            $"{factor.ToString("0.##", CultureInfo.InvariantCulture)} x {Units.Spoken(reference)}",
        _ => throw new ArgumentOutOfRangeException(nameof(kpi), kpi.Target, "a target is absolute or relative"),
    };

    /// <summary>A share of the goal, above 0 while it is missed; null without an absolute goal other than 0, or without a figure.</summary>
    public static double? Gap(PlayKpi kpi, double? now) => (kpi.Target, now) switch
    {
        ({ Operator: { } sign, Value: { } goal }, { } value) when goal != 0 =>
            (sign.StartsWith('>') ? goal - value : value - goal) / Math.Abs(goal),
        _ => null,
    };
}
