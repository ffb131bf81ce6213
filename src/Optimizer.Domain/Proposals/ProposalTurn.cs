using Optimizer.Domain.Plays;

namespace Optimizer.Domain.Proposals;

/// <summary>What an order would turn into what, as the play stands; looked at when it is proposed, and again when it is carried out. Pure.</summary>
/// <param name="Before">How the play stands, in words.</param>
/// <param name="After">How it would stand.</param>
/// <param name="Fault">Why there is nothing to do; null when there is.</param>
public sealed record ProposalTurn(string Before, string After, string? Fault = null)
{
    /// <param name="kind">What is proposed.</param>
    /// <param name="status">Where the play stands.</param>
    /// <param name="experiment">Its live experiment; null for none.</param>
    public static ProposalTurn Of(ProposalKind kind, PlayStatus status, string? experiment)
    {
        var before = Standing(status);
        return (kind, status) switch
        {
            (_, PlayStatus.Stopped) => new(before, "", "the play was stopped for good"),
            (ProposalKind.PausePlay, PlayStatus.Paused) => new(before, "", "the play is paused already"),
            (ProposalKind.PausePlay, _) => new(before, "paused"),
            (ProposalKind.ResumePlay, PlayStatus.Paused or PlayStatus.Review) => new(before, "running"),
            (ProposalKind.ResumePlay, _) => new(before, "", "the play goes on already"),
            (ProposalKind.StopPlay, _) when experiment is not null => new($"{before}, {experiment} live", $"stopped for good, {experiment} taken back"),
            (ProposalKind.StopPlay, _) => new(before, "stopped for good"),
            (ProposalKind.TryHypothesis, PlayStatus.Enrolling or PlayStatus.Paused or PlayStatus.Review or PlayStatus.Converged) =>
                new(before, "", $"the play is {status.ToString().ToLowerInvariant()} and tries nothing"),
            (ProposalKind.TryHypothesis, _) => new(before, before),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no order to a play"),
        };
    }

    private static string Standing(PlayStatus status) => status switch
    {
        PlayStatus.Paused => "paused",
        PlayStatus.Review => "in review",
        PlayStatus.Stopped => "stopped for good",
        PlayStatus.Enrolling or PlayStatus.Monitoring or PlayStatus.Diagnosing or PlayStatus.Waiting or PlayStatus.Experimenting
            or PlayStatus.Evaluating or PlayStatus.Converged => "running",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "unknown status of a play"),
    };
}
