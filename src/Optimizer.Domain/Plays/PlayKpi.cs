using Optimizer.Domain.Kpis;

namespace Optimizer.Domain.Plays;

/// <summary>One KPI of a play.</summary>
public sealed record PlayKpi
{
    /// <summary>Lower case letters, digits and underscores.</summary>
    public required string Key { get; init; }

    public required KpiRole Role { get; init; }

    public required KpiForm Form { get; init; }

    public required KpiDirection Direction { get; init; }

    /// <summary>fraction, pp, count, ratio, usd, minutes, hours, days or points.</summary>
    public required string Unit { get; init; }

    /// <summary>Such as month or rolling30d; null when the definition does not say.</summary>
    public string? Period { get; init; }

    /// <summary>A dimension that it is read by; null for none.</summary>
    public string? SplitBy { get; init; }

    public required Measure Measure { get; init; }

    /// <summary>Null when the play has no number for it.</summary>
    public KpiTarget? Target { get; init; }

    /// <summary>As monitoring knows it.</summary>
    public Kpi ToKpi() => new(Key, Direction, Form switch
    {
        KpiForm.Rate or KpiForm.Ratio or KpiForm.Lift or KpiForm.Growth or KpiForm.Score or KpiForm.Duration => KpiKind.Rate,
        KpiForm.Count => KpiKind.Count,
        KpiForm.Revenue or KpiForm.Cost => KpiKind.Money,
        _ => throw new ArgumentOutOfRangeException(nameof(Form), Form, "unknown form of KPI"),
    }, Unit);
}
