using Optimizer.Domain.Notices;
using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Operations;

/// <summary>
/// Tells people of a play or an experiment that does not get on, once per stretch, and when it goes on again. A freeze is no such thing:
/// who turned the switch was told.
/// </summary>
internal static class Stuck
{
    /// <summary>Failures in a row after which it is more than a hiccup: about half an hour.</summary>
    public const int Failures = 3;

    /// <summary>Null while there is nothing to tell, or it was told.</summary>
    public static Notice? Notice(PlayState state, Failure failure) =>
        IsDue(state.Failures, state.IsStuckTold, failure) ? Told(state.Play, $"The play {state.Play}", state.Failures, state.Problem!, LoopNames.PlayId(state.Play)) : null;

    /// <summary>Likewise of an experiment.</summary>
    public static Notice? Notice(ExperimentState state, Failure failure) =>
        IsDue(state.Failures, state.IsStuckTold, failure) ? Told(state.Play, $"The experiment {state.Id}", state.Failures, state.Problem!, LoopNames.ExperimentId(state.Id)) : null;

    public static Notice GoesOn(PlayState state) => Over(state.Play, $"The play {state.Play}", LoopNames.PlayId(state.Play));

    public static Notice GoesOn(ExperimentState state) => Over(state.Play, $"The experiment {state.Id}", LoopNames.ExperimentId(state.Id));

    private static bool IsDue(int failures, bool isTold, Failure failure) => failures >= Failures && !isTold && !failure.IsCausedBy<FrozenException>();

    private static Notice Told(string play, string who, int failures, string problem, string about) => new(
        play, "warn", $"{who} does not get on", $"{failures} tries in a row failed. {problem}. Nothing is lost; it goes on by itself when what it waits for answers.", $"stuck-{about}")
    {
        Kind = NoticeKind.LoopStuck,
    };

    private static Notice Over(string play, string who, string about) => new(
        play, "info", $"{who} goes on again", "What it waited for answers.", $"stuck-{about}")
    {
        Kind = NoticeKind.LoopStuck,
    };
}
