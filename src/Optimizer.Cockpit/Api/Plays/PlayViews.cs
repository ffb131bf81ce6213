using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>What the engine says of a play.</summary>
internal static class PlayViews
{
    private const string Prefix = "play-";

    /// <summary>Its view; of one that has not taken a step yet, what it was started with.</summary>
    public static PlayView Of(InstanceStatus instance) => PlayView.Of(instance);

    /// <summary>Why a play or an experiment does not go on: what it says itself, or why the engine or a person holds it.</summary>
    public static string? Problem(InstanceStatus instance, string? said) => PlayView.ProblemOf(instance, said);

    public static string SlugOf(string instanceId) => instanceId[Prefix.Length..];
}
