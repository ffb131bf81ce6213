using Optimizer.Domain.Plays;

namespace Optimizer.Cockpit.Pages.Plays;

/// <summary>The stages of the loop as people say them.</summary>
public static class StageWords
{
    public static string Of(PlayStatus stage) => stage switch
    {
        PlayStatus.Enrolling => "Enrolling",
        PlayStatus.Monitoring => "Monitoring",
        PlayStatus.Diagnosing => "Diagnosing",
        PlayStatus.Waiting => "Waiting for a person",
        PlayStatus.Experimenting => "Experimenting",
        PlayStatus.Evaluating => "Evaluating",
        PlayStatus.Converged => "Converged",
        PlayStatus.Paused => "Paused",
        PlayStatus.Review => "Needs a review",
        PlayStatus.Stopped => "Stopped",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "unknown stage"),
    };

    /// <summary>Of the pill.</summary>
    public static string Kind(PlayStatus stage) => stage switch
    {
        PlayStatus.Waiting or PlayStatus.Review => "warn",
        PlayStatus.Experimenting or PlayStatus.Diagnosing or PlayStatus.Evaluating => "busy",
        PlayStatus.Converged => "good",
        _ => "",
    };
}
