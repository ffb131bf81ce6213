using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Answers;

/// <summary>How plays stood when their records end: all there is to say where no engine is kept beside them, as after a demo.</summary>
public static class RecordedState
{
    private static readonly string[] Kinds =
    [
        "approval.asked", "approval.ended", "autonomy.changed", "experiment.ended", "experiment.started", "play.converged", "play.enrolled", "play.paused", "play.reopened",
        "play.resumed", "play.stopped",
    ];

    /// <summary>Of one play, or with null of all.</summary>
    public static async Task<LiveState> ReadAsync(IAuditTrail trail, string? play, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trail);
        var plays = new SortedDictionary<string, PlayView>(StringComparer.Ordinal);
        var open = new Dictionary<string, ApprovalRequest>(StringComparer.Ordinal);
        await foreach (var record in trail.ReadAsync(new() { Kinds = Kinds, Play = play }, cancellationToken))
        {
            if (record.Entry.Event is ApprovalAsked asked)
            {
                open[asked.Request.Id] = asked.Request;
            }
            else if (record.Entry.Event is ApprovalEnded ended)
            {
                _ = open.Remove(ended.Approval);
            }
            else if (record.Entry.Event is PlayEnrolled enrolled)
            {
                plays[record.Entry.Play] = new() { Autonomy = enrolled.Autonomy, Experiments = 0, NextTick = null, Play = record.Entry.Play, Status = PlayStatus.Monitoring, Ticks = 0 };
            }
            else if (plays.TryGetValue(record.Entry.Play, out var view))
            {
                plays[record.Entry.Play] = record.Entry.Event switch
                {
                    AutonomyChanged e => view with { Autonomy = e.To },
                    ExperimentEnded => view with { Experiment = null, Status = view.Status == PlayStatus.Experimenting ? PlayStatus.Monitoring : view.Status },
                    ExperimentStarted => view with { Experiment = record.Entry.Experiment, Experiments = view.Experiments + 1, Status = PlayStatus.Experimenting },
                    PlayConverged => view with { ConvergedAt = record.Entry.At, Status = PlayStatus.Converged },
                    PlayPaused => view with { Status = PlayStatus.Paused },
                    PlayReopened or PlayResumed => view with { Status = view.Experiment is null ? PlayStatus.Monitoring : PlayStatus.Experimenting },
                    PlayStopped => view with { Status = PlayStatus.Stopped },
                    _ => view,
                };
            }
        }

        return new([.. plays.Values], [.. open.Values.OrderBy(ApprovalUrgency.KeyOf, StringComparer.Ordinal)]) { IsOfRecords = true };
    }
}
