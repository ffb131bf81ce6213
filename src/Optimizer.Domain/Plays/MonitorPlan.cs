using Optimizer.Domain.Monitoring;

namespace Optimizer.Domain.Plays;

/// <summary>When and how a play's KPIs are read.</summary>
public sealed record MonitorPlan
{
    /// <summary>At least one.</summary>
    public IReadOnlyList<Cadence> Cadence { get; init; } = [Plays.Cadence.Daily];

    /// <summary>Local time of the tick.</summary>
    public TimeOnly At { get; init; } = new(8, 0);

    /// <summary>IANA time zone (C36).</summary>
    public string TimeZone { get; init; } = "UTC";

    public Span Recent { get; init; } = new(2, SpanUnit.Week);

    public Span Baseline { get; init; } = new(4, SpanUnit.Week);

    public Span History { get; init; } = new(8, SpanUnit.Week);

    /// <summary>Limits of the classes, from the definition's percentages.</summary>
    public ClassBands Bands { get; init; } = new();

    public Span PlateauFor { get; init; } = new(3, SpanUnit.Week);

    /// <summary>Classes that start a diagnosis.</summary>
    public IReadOnlyList<KpiClass> TriggerOn { get; init; } = [KpiClass.Plateau, KpiClass.Drop, KpiClass.Spike];
}
