namespace Optimizer.Domain.Plays;

/// <summary>Every move that a play can make; what is not in the table does not happen.</summary>
public static class PlayTransitions
{
    private static readonly Dictionary<(PlayStatus, PlayMove), PlayStatus> Table = new()
    {
        [(PlayStatus.Enrolling, PlayMove.Enrol)] = PlayStatus.Monitoring,
        [(PlayStatus.Monitoring, PlayMove.Diagnose)] = PlayStatus.Diagnosing,
        [(PlayStatus.Converged, PlayMove.Reopen)] = PlayStatus.Monitoring,
        [(PlayStatus.Diagnosing, PlayMove.Deny)] = PlayStatus.Monitoring,
        [(PlayStatus.Diagnosing, PlayMove.Ask)] = PlayStatus.Waiting,
        [(PlayStatus.Diagnosing, PlayMove.Start)] = PlayStatus.Experimenting,
        [(PlayStatus.Waiting, PlayMove.Start)] = PlayStatus.Experimenting,
        [(PlayStatus.Waiting, PlayMove.Deny)] = PlayStatus.Monitoring,
        [(PlayStatus.Waiting, PlayMove.Diagnose)] = PlayStatus.Diagnosing,
        [(PlayStatus.Experimenting, PlayMove.End)] = PlayStatus.Evaluating,
        [(PlayStatus.Evaluating, PlayMove.Iterate)] = PlayStatus.Diagnosing,
        [(PlayStatus.Evaluating, PlayMove.Rest)] = PlayStatus.Monitoring,
        [(PlayStatus.Evaluating, PlayMove.Converge)] = PlayStatus.Converged,
        [(PlayStatus.Evaluating, PlayMove.Review)] = PlayStatus.Review,
        [(PlayStatus.Paused, PlayMove.Resume)] = PlayStatus.Monitoring,
        [(PlayStatus.Paused, PlayMove.Start)] = PlayStatus.Experimenting,
        [(PlayStatus.Paused, PlayMove.End)] = PlayStatus.Evaluating,
        [(PlayStatus.Review, PlayMove.Resume)] = PlayStatus.Monitoring,
    };

    /// <summary>Where the move leads; null when it cannot be made from there.</summary>
    public static PlayStatus? Next(PlayStatus from, PlayMove move) => (from, move) switch
    {
        (PlayStatus.Stopped, _) => null,
        (_, PlayMove.Pause) => PlayStatus.Paused,
        (_, PlayMove.Stop) => PlayStatus.Stopped,
        _ => Table.TryGetValue((from, move), out var to) ? to : null,
    };
}
