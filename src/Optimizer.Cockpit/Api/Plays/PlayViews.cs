using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>What the engine says of a play.</summary>
internal static class PlayViews
{
    private const string Prefix = "play-";

    /// <summary>Its view; of one that has not taken a step yet, what it was started with.</summary>
    public static PlayView Of(InstanceStatus instance) => instance.Status is { } status
        ? status.ReadAs<PlayView>("the view of a play", instance.InstanceId)
        : Begun(instance.Input.ReadAs<PlayState>("the state of a play", instance.InstanceId));

    /// <summary>Why a play does not go on: what it says itself, or why the engine or a person holds it.</summary>
    public static string? Problem(InstanceStatus instance, string? said) => instance.State switch
    {
        RunState.Parked or RunState.Failed => $"{instance.State.ToString().ToLowerInvariant()}: {instance.Failure?.Message}",
        RunState.Suspended or RunState.Terminated => $"{instance.State.ToString().ToLowerInvariant()}: {instance.Reason}",
        _ => said,
    };

    public static string SlugOf(string instanceId) => instanceId[Prefix.Length..];

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
