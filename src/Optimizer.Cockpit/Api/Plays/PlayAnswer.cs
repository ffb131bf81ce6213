using Optimizer.Domain.Guardrails;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>Everything that is true of a play now.</summary>
public sealed record PlayAnswer
{
    /// <summary>Its slug.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required PlayStatus Stage { get; init; }

    public required Autonomy Autonomy { get; init; }

    /// <summary>Null once it is stopped.</summary>
    public required DateTimeOffset? NextTick { get; init; }

    /// <summary>Ticks taken.</summary>
    public required int Ticks { get; init; }

    /// <summary>Whole days since it was enrolled.</summary>
    public required int Day { get; init; }

    /// <summary>Primary KPIs against their baselines, as the last tick saw them.</summary>
    public required IReadOnlyList<KpiStand> Kpis { get; init; }

    /// <summary>Null while none is live.</summary>
    public ActiveExperiment? ActiveExperiment { get; init; }

    /// <summary>Null while nobody is asked anything.</summary>
    public WaitingOn? WaitingOn { get; init; }

    public required IReadOnlyList<CapReading> CapsLeft { get; init; }

    /// <summary>Null before the first.</summary>
    public LastDecision? LastDecision { get; init; }

    /// <summary>Hypotheses that wait to be tried.</summary>
    public required int Backlog { get; init; }

    public required int Experiments { get; init; }

    public DateTimeOffset? ConvergedAt { get; init; }

    /// <summary>False while a primary KPI cannot be computed.</summary>
    public required bool IsTracked { get; init; }

    public required bool IsFrozen { get; init; }

    /// <summary>The freeze of everything; null when none holds or only policy freezes this play.</summary>
    public Freeze? Freeze { get; init; }

    /// <summary>What does not answer, and when it is tried again; null when all is well.</summary>
    public string? Problem { get; init; }

    public required DefinitionInForce Definition { get; init; }

    /// <summary>Hash of the policy in force; defaults without one.</summary>
    public required string Policy { get; init; }
}
