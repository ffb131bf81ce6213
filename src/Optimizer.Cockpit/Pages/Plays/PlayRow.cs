using Optimizer.Cockpit.Api.Plays;
using Optimizer.Domain.Guardrails;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Pages.Plays;

/// <summary>A play in the list.</summary>
public sealed record PlayRow
{
    /// <summary>What the engine says of it.</summary>
    public required PlayLine Line { get; init; }

    public required string Name { get; init; }

    /// <summary>The KPI that asks for most attention; null before the first tick.</summary>
    public KpiStand? Stand { get; init; }

    /// <summary>Its definition; null with the stand, or when the definition in force does not have it any more.</summary>
    public PlayKpi? Kpi { get; init; }

    /// <summary>Its daily figures, oldest first; null for a day without one.</summary>
    public IReadOnlyList<double?> Days { get; init; } = [];

    /// <summary>Number of the record with the last figure; null when the trail has none.</summary>
    public long? Record { get; init; }

    /// <summary>Complete days of the live experiment, and the planned last one; null while none is live.</summary>
    public (int Day, int EndDay)? Progress { get; init; }

    /// <summary>The question that is open; null for none.</summary>
    public WaitingOn? Waiting { get; init; }

    /// <summary>The cap on starts of the play: used and most.</summary>
    public CapReading? Starts { get; init; }

    /// <summary>Null before the first.</summary>
    public LastDecision? Decision { get; init; }

    /// <summary>Of the KPI, in its unit: what it was four weeks before; null when not known.</summary>
    public double? Baseline => Stand is { Recent: { } recent, Change: { } change } && change > -1 ? recent / (1 + change) : null;
}
