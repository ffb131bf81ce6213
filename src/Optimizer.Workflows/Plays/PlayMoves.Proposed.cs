using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;

namespace Optimizer.Workflows.Plays;

/// <summary>
/// What a play makes of hypotheses that a person approved for it: they wait until nothing else is under way, then they go the way of all
/// hypotheses, past every rule, before anything new is diagnosed.
/// </summary>
internal static partial class PlayMoves
{
    private const string FromProposal = "proposal";

    /// <summary>Takes one up, unless it is tried or waits already, or too many do.</summary>
    private static PlayState Take(PlayState state, ProposedTry proposed, DateTimeOffset now)
    {
        var tried = proposed.Hypothesis;
        if (state.Status == PlayStatus.Stopped || state.Proposed.Any(each => each.Hypothesis.Id == tried.Id))
        {
            return state;
        }

        var known = state.Backlog.Concat(state.Proposed.Select(each => each.Hypothesis)).Any(each => each.Fingerprint == tried.Fingerprint)
            || state.Live?.Hypothesis.Fingerprint == tried.Fingerprint;
        var refusal = known ? ("known", "the same hypothesis is tried or waits already")
            : state.Proposed.Count >= PlayState.ProposedKept ? ("backlog_full", $"{PlayState.ProposedKept} proposed hypotheses wait already")
            : ((string Code, string Why)?)null;
        return refusal is var (code, why)
            ? Note(state, now, "loop", new HypothesisRejected(tried.Id, tried.Rank, "loop", code, why))
            : Note(state, now, proposed.By, new HypothesesProposed(FromProposal, proposed.By, "", "", 0, [], [tried])) with { Proposed = [.. state.Proposed, proposed] };
    }

    /// <summary>The oldest of them has its turn.</summary>
    private static PlayState Turn(PlayState state, DateTimeOffset now)
    {
        var tried = state.Proposed[0].Hypothesis;
        var kpi = state.Marks.Keys.Order(StringComparer.Ordinal).FirstOrDefault();
        return kpi is null ? state : Move(state, PlayMove.Diagnose) with
        {
            Anomaly = new(tried.Id, kpi, null, null),
            Backlog = [tried],
            BacklogAt = null,
            BacklogSince = now,
            Proposed = [.. state.Proposed.Skip(1)],
        };
    }

    /// <summary>Made for another definition they may name what is not there any more.</summary>
    private static PlayState Dropped(PlayState state, DateTimeOffset now) => state.Proposed.Aggregate(
        state with { Proposed = [] },
        (left, each) => Note(left, now, "loop", new HypothesisRejected(each.Hypothesis.Id, each.Hypothesis.Rank, "loop", "definition_changed", "the definition of the play has changed since")));
}
