using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Workflows.Plays;

/// <summary>What a query of a play shows.</summary>
public sealed record PlayView
{
    public required string Play { get; init; }

    public required PlayStatus Status { get; init; }

    public required Autonomy Autonomy { get; init; }

    public required DateTimeOffset? NextTick { get; init; }

    public required int Ticks { get; init; }

    public required int Experiments { get; init; }

    /// <summary>Id of the live one.</summary>
    public string? Experiment { get; init; }

    /// <summary>Id of the open question, and the seat it waits for.</summary>
    public string? WaitingFor { get; init; }

    /// <summary>Hypotheses in the backlog.</summary>
    public int Backlog { get; init; }

    /// <summary>What was concluded last, such as onboarding-3 adopt_proven.</summary>
    public string? LastDecision { get; init; }

    public DateTimeOffset? ConvergedAt { get; init; }

    /// <summary>Primary KPIs as the last tick saw them, by key; empty before the first.</summary>
    public IReadOnlyList<KpiStand> Kpis { get; init; } = [];

    public bool IsTracked { get; init; } = true;

    /// <summary>What does not answer, since when it is tried again.</summary>
    public string? Problem { get; init; }
}
