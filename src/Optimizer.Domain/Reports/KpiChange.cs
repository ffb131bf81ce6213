using Optimizer.Domain.Kpis;

namespace Optimizer.Domain.Reports;

/// <summary>A primary KPI over the week (S0-050).</summary>
public sealed record KpiChange
{
    public required string Kpi { get; init; }

    public required string Unit { get; init; }

    public required KpiDirection Direction { get; init; }

    /// <summary>Mean day of the four weeks before; null when not known.</summary>
    public double? Before { get; init; }

    /// <summary>Mean day of the week; null when not known.</summary>
    public double? After { get; init; }

    /// <summary>After over before, less 1; null where there is no ratio.</summary>
    public double? Change { get; init; }

    /// <summary>Lower end of the 95 % interval of <see cref="Change"/>; null when it cannot be told.</summary>
    public double? Lowest { get; init; }

    public double? Highest { get; init; }

    /// <summary>Days of the week with a figure.</summary>
    public int Days { get; init; }

    /// <summary>Days of the four weeks before with a figure.</summary>
    public int DaysBefore { get; init; }

    /// <summary>Whether only windows of 14 days are known, as the reading told them.</summary>
    public bool IsOfReading { get; init; }

    /// <summary>Whether it can be computed at all (S0-063).</summary>
    public bool IsTracked { get; init; } = true;

    /// <summary>What it should reach, in words; null without a target.</summary>
    public string? Goal { get; init; }

    /// <summary>What is still missing to the goal, a share of it; 0 or less when it is met; null when that cannot be told.</summary>
    public double? GoalGap { get; init; }

    /// <summary>True when the interval lies on one side of none.</summary>
    public bool IsClear => Lowest > 0 || Highest < 0;

    /// <summary>Whether the change is welcome; none while the interval holds 0.</summary>
    public KpiMovement Movement => IsClear ? new Kpi(Kpi, Direction).Judge(Change ?? 0) : KpiMovement.None;
}
