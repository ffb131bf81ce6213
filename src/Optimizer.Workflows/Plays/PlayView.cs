using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Instances;

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

    /// <summary>What the engine says of a play: its view; of one that has not taken a step yet, what it was started with.</summary>
    public static PlayView Of(InstanceStatus instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var view = instance.Status is { } status
            ? status.ReadAs<PlayView>("the view of a play", instance.InstanceId)
            : Begun(instance.Input.ReadAs<PlayState>("the state of a play", instance.InstanceId));
        return view with { Problem = ProblemOf(instance, view.Problem) };
    }

    /// <summary>Why an instance does not go on: what it says itself, or why the engine or a person holds it.</summary>
    public static string? ProblemOf(InstanceStatus instance, string? said)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return instance.State switch
        {
            RunState.Parked or RunState.Failed => $"{instance.State.ToString().ToLowerInvariant()}: {instance.Failure?.Message}",
            RunState.Suspended or RunState.Terminated => $"{instance.State.ToString().ToLowerInvariant()}: {instance.Reason}",
            _ => said,
        };
    }

    private static PlayView Begun(PlayState state) => new()
    {
        Autonomy = state.Autonomy,
        Experiments = state.Experiments,
        NextTick = state.NextTick,
        Play = state.Play,
        Status = state.Status,
        Ticks = state.Ticks,
    };
}
