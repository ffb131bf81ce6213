using Optimizer.Cockpit.Api.Experiments;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Cockpit.Pages.Experiments;

/// <summary>Puts the card of an experiment together.</summary>
internal sealed class ExperimentReader(ServedLoop loop, PlayReader plays, ExperimentOrders orders, Courses courses)
{
    private const int MostAfter = 8;

    private static readonly string[] Afterwards = ["autonomy.changed", "change.adopted", "experiment.ended", "experiment.started", "play.converged", "play.paused", "play.reopened", "play.stopped"];

    /// <summary>Null when the trail knows no such experiment.</summary>
    public async Task<ExperimentModel?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (!Slugs.IsOne(id) || await EvidenceSearch.ExperimentAsync(loop.Reads.Audit, id, cancellationToken) is not { } card)
        {
            return null;
        }

        var (now, question) = card.End is null ? await plays.ActiveAsync(id, cancellationToken) : (null, null);
        var course = card.Decision is { } decision && decision.Evidence.Days.Count > 0 ? courses.Of(decision) : null;
        return new()
        {
            After = await AfterAsync(card, cancellationToken),
            Card = card,
            Days = course?.Days ?? [],
            Now = now,
            Other = course?.Other,
            PlayName = await loop.Reads.Plays.FindAsync(card.Play, cancellationToken) is null ? card.Play : (await loop.Terms.InForceAsync(card.Play, cancellationToken)).Play.Name,
            Question = question?.Split(' ')[0],
            Status = ExperimentSentence.Of(card, now),
            StopRules = now?.StopRules ?? (card.Decision is { } last ? StopDistances.Of(last, last.Rules.EndDay * (1 + Extensions(card))) : []),
            Stopping = now is null ? null : await orders.RuleAsync(id, card.Play, cancellationToken),
        };
    }

    private static int Extensions(ExperimentCard card) =>
        card.Records.Select(record => record.Entry.Event).OfType<ExperimentExtended>().Select(extended => extended.Extension).DefaultIfEmpty(0).Max();

    private async Task<IReadOnlyList<AuditRecord>> AfterAsync(ExperimentCard card, CancellationToken cancellationToken)
    {
        var after = new List<AuditRecord>();
        if (card.End is null)
        {
            return after;
        }

        var ended = card.Records.Last(record => record.Entry.Event is ExperimentEnded).Sequence;
        await foreach (var record in loop.Reads.Audit.ReadAsync(new() { AfterSequence = ended, Kinds = Afterwards, Play = card.Play }, cancellationToken))
        {
            after.Add(record);
            if (after.Count == MostAfter)
            {
                break;
            }
        }

        return after;
    }
}
