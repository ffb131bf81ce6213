using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Ports;
using static Optimizer.Domain.Words;

namespace Optimizer.Workflows.Answers;

/// <summary>What would be tried next: the hypotheses that were ranked last and not yet tried or refused.</summary>
internal sealed class NextAnswers(IAuditTrail trail)
{
    private const int MostPlays = 5;
    private const int MostOpen = 3;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    public async Task<Answer> AnswerAsync(AskedQuestion asked, LiveState live, CancellationToken cancellationToken)
    {
        var of = asked.Play is { } play ? $" in {Says.Name(play)}" : "";
        var draft = new AnswerDraft();
        var plays = await OpenAsync(asked, cancellationToken);
        foreach (var (record, open) in plays)
        {
            draft.Fact($"Ranked for {Says.Name(record.Entry.Play)} and not yet tried:", record);
            foreach (var claim in open.Take(MostOpen))
            {
                draft.Item($"{claim.Rank}. {Says.Quote(claim.Change)}, expected {Change(claim.ExpectedImpact)}, risk {claim.Risk.ToString().ToLowerInvariant()}: {Says.Quote(claim.Rationale)}", record);
            }
        }

        if (plays.Count == 0)
        {
            draft.Say($"There is no record of a hypothesis that waits to be tried{of}.");
        }
        else
        {
            draft.Say("What of these may be tried, and when, policy says at that time.");
        }

        foreach (var view in live.Plays.Where(view => view.Play == asked.Play && !live.IsOfRecords))
        {
            draft.Say(view.NextTick is { } tick && view.Autonomy is var autonomy
                ? $"{live.Words}: the next tick of {Says.Name(view.Play)} is on {Says.When(tick, asked.Question.Zone)}, its autonomy is {autonomy.ToString().ToLowerInvariant()}{(autonomy is Autonomy.Shadow or Autonomy.Advisory ? ", so that it only says what it would do" : "")}."
                : $"{live.Words}: {Says.Name(view.Play)} is over and does nothing more.");
        }

        return draft.Answer(plays.Count == 0 ? AnswerKind.NoRecord : AnswerKind.Facts, $"what would be tried next{of}", Suggestions.For(asked));
    }

    /// <summary>The last ranking of each play with what is left of it, newest first: what was tried or refused since is seen before it.</summary>
    private async Task<IReadOnlyList<(AuditRecord Record, IReadOnlyList<Hypothesis> Open)>> OpenAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        var (gone, seen, open) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new List<(AuditRecord, IReadOnlyList<Hypothesis>)>());
        var query = new AuditQuery
        {
            Kinds = ["experiment.started", "hypotheses.proposed", "hypothesis.rejected"],
            NewestFirst = true,
            Play = asked.Play,
            Since = asked.Play is null ? asked.Question.Now - Lately : null,
        };
        await foreach (var record in trail.ReadAsync(query, cancellationToken))
        {
            if (record.Entry.Event is ExperimentStarted or HypothesisRejected)
            {
                _ = gone.Add(record.Entry.Event is ExperimentStarted started ? started.Hypothesis.Id : ((HypothesisRejected)record.Entry.Event).Hypothesis);
            }
            else if (record.Entry.Event is HypothesesProposed proposed && seen.Add(record.Entry.Play)
                && proposed.Hypotheses.Where(claim => !gone.Contains(claim.Id)).OrderBy(claim => claim.Rank).ToList() is { Count: > 0 } left)
            {
                open.Add((record, left));
            }

            if (open.Count == MostPlays || (asked.Play is not null && seen.Count > 0))
            {
                break;
            }
        }

        return open;
    }
}
