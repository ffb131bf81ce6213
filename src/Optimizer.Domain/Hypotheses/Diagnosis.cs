using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;

namespace Optimizer.Domain.Hypotheses;

/// <summary>All that a strategist is told (S0-024 to S0-026).</summary>
public sealed record Diagnosis
{
    public required Play Play { get; init; }

    /// <summary>Id of what is answered.</summary>
    public required string Anomaly { get; init; }

    public required PlayKpi Kpi { get; init; }

    /// <summary>Null for a diagnosis without an anomaly.</summary>
    public required KpiClass? Class { get; init; }

    public required double? Change { get; init; }

    /// <summary>Up to 56 days, oldest first.</summary>
    public required IReadOnlyList<KpiPoint> History { get; init; }

    /// <summary>Settings now live, by variable; what no channel knows is missing here and named in the gaps.</summary>
    public required IReadOnlyList<VariableSetting> Settings { get; init; }

    /// <summary>What was tried on this play, oldest first.</summary>
    public required IReadOnlyList<TriedHypothesis> Tried { get; init; }

    /// <summary>Variables that may not be tried now, such as in cooldown.</summary>
    public required IReadOnlyList<string> Closed { get; init; }

    /// <summary>Targeting, messaging, cadence or channel mix of which nothing is known.</summary>
    public required IReadOnlyList<string> ContextGaps { get; init; }

    /// <summary>Number of the first hypothesis, so that ids never repeat.</summary>
    public required int FirstNumber { get; init; }
}
