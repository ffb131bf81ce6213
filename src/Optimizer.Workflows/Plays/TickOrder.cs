using Optimizer.Domain.Policies;

namespace Optimizer.Workflows.Plays;

/// <summary>What a tick is told.</summary>
public sealed record TickOrder
{
    public required string Play { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it was due; null for the first and for one by hand.</summary>
    public required DateTimeOffset? Due { get; init; }

    /// <summary>Number of the tick, from 1; makes its keys.</summary>
    public required int Tick { get; init; }

    public required string DefinitionHash { get; init; }

    public required string PolicyHash { get; init; }

    public required Autonomy Autonomy { get; init; }

    public required DateTimeOffset AutonomySince { get; init; }

    public required Scorecard Card { get; init; }

    public required IReadOnlyDictionary<string, KpiMark> Marks { get; init; }

    public required bool WasTracked { get; init; }

    public required bool IsConverged { get; init; }

    /// <summary>Whether an experiment is live.</summary>
    public required bool IsLive { get; init; }

    /// <summary>Guardrails broken at the last tick: no news now.</summary>
    public required IReadOnlyList<string> Broken { get; init; }

    /// <summary>Whether a step up may be proposed now.</summary>
    public required bool MaySignOff { get; init; }

    /// <summary>Number for the id of a question.</summary>
    public required int Question { get; init; }
}
