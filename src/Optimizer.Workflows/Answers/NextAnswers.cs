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
        var query = new AuditQuery { Kinds = ["hypotheses.proposed", "experiment.started", "hypothesis.rejected"], Play = asked.Play, Since = asked.Play is null ? asked.Question.Now - Lately : null };
        var records = await trail.ReadAsync(query, cancellationToken).ToListAsync(cancellationToken);
        var plays = records.GroupBy(record => record.Entry.Play, StringComparer.Ordinal).Select(group => (Play: group.Key, Open: Open([.. group])))
            .Where(each => each.Open.Count > 0).OrderByDescending(each => each.Open[0].Record.Sequence).ToList();
        foreach (var (name, open) in plays.Take(MostPlays))
        {
            draft.Fact($"Ranked for {Says.Name(name)} and not yet tried:", open[0].Record);
            foreach (var (claim, record) in open.Take(MostOpen))
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

    private static IReadOnlyList<(Hypothesis Claim, AuditRecord Record)> Open(IReadOnlyList<AuditRecord> records)
    {
        var gone = records.Select(record => record.Entry.Event switch
        {
            ExperimentStarted started => started.Hypothesis.Id,
            HypothesisRejected rejected => rejected.Hypothesis,
            _ => null,
        }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return records.LastOrDefault(record => record.Entry.Event is HypothesesProposed) is { Entry.Event: HypothesesProposed proposed } last
            ? [.. proposed.Hypotheses.Where(claim => !gone.Contains(claim.Id)).OrderBy(claim => claim.Rank).Select(claim => (claim, last))]
            : [];
    }
}
