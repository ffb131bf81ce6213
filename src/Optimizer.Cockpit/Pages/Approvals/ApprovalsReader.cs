using System.Globalization;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Approvals;
using Optimizer.Cockpit.Approvals;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Hypotheses;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Pages.Approvals;

/// <summary>Gathers what the pages of approvals show.</summary>
internal sealed class ApprovalsReader(ServedLoop loop, Board board)
{
    private const int PerPage = 25;
    private const int MostEnded = 10;
    private const int MostSimilar = 5;
    private const int MostLooked = 500;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);
    private static readonly TimeSpan Before = TimeSpan.FromDays(180);

    public async Task<QueueModel?> QueueAsync(HttpContext context, Visitor visitor)
    {
        var cancel = context.RequestAborted;
        var from = int.TryParse(context.Request.Query["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        var (questions, delegations) = ((await board.ReadAsync(cancel)).Questions, await loop.Delegations.ListAsync(cancel));
        var open = questions.Skip(from).Take(PerPage).Select(ApprovalFinder.CardOf).Select(card => Item(card, visitor, delegations)).ToList();
        var next = questions.Count > from + PerPage ? FormattableString.Invariant($"/approvals?from={from + PerPage}") : null;
        return new(open, questions.Count, next, await EndedAsync(visitor.Now, cancel));
    }

    /// <summary>Null when there is no such question.</summary>
    public async Task<CardModel?> CardAsync(string id, Visitor visitor, CancellationToken cancellationToken)
    {
        if (await new ApprovalFinder(loop.Client, loop.Reads.Audit).FindAsync(id, cancellationToken) is not { Card: var card })
        {
            return null;
        }

        var (claim, anomaly) = await BehindAsync(card.Request, cancellationToken);
        var similar = (await new ApprovalFinder(loop.Client, loop.Reads.Audit).SinceAsync(card.Request.Play, visitor.Now - Before, cancellationToken))
            .Where(each => !each.IsOpen && each.Request.Id != id && each.Request.Action == card.Request.Action).Take(MostSimilar);
        return new(
            Item(card, visitor, await loop.Delegations.ListAsync(cancellationToken)), claim, anomaly, [.. similar.Select(each => ApprovalShown.Of(each, visitor.Now))]);
    }

    private static QueueItem Item(ApprovalCard card, Visitor visitor, IReadOnlyList<Delegation> delegations) =>
        new(ApprovalShown.Of(card, visitor.Now), ApprovalDesk.Hindrance(card, visitor.Principal, delegations, visitor.Now));

    private async Task<IReadOnlyList<ApprovalShown>> EndedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (finder, ended) = (new ApprovalFinder(loop.Client, loop.Reads.Audit), new List<ApprovalShown>());
        await foreach (var record in loop.Reads.Audit.ReadAsync(new() { Kinds = ["approval.ended"], NewestFirst = true }, cancellationToken))
        {
            if (record.Entry.At < now - Lately || ended.Count == MostEnded)
            {
                break;
            }

            if (await finder.FindAsync(((ApprovalEnded)record.Entry.Event).Approval, cancellationToken) is { Card: var card })
            {
                ended.Add(ApprovalShown.Of(card, now));
            }
        }

        return ended;
    }

    // A question says what would be done; why anybody thinks that it helps stands in the records before it.
    private async Task<(Hypothesis? Claim, TrailRow? Anomaly)> BehindAsync(ApprovalRequest request, CancellationToken cancellationToken)
    {
        var (claim, looked) = ((Hypothesis?)null, 0);
        var query = new AuditQuery { Kinds = ["anomaly.found", "hypotheses.proposed", "experiment.started"], NewestFirst = true, Play = request.Play, Until = request.AskedAt.AddSeconds(1) };
        await foreach (var record in loop.Reads.Audit.ReadAsync(query, cancellationToken))
        {
            claim ??= record.Entry.Event switch
            {
                HypothesesProposed proposed => proposed.Hypotheses.FirstOrDefault(each => request.Title.Contains(each.Change, StringComparison.Ordinal) || each.Setting.Json == request.After),
                ExperimentStarted started when record.Entry.Experiment == request.Experiment => started.Hypothesis,
                _ => null,
            };
            if (claim is not null && record.Entry.Event is AnomalyFound)
            {
                return (claim, TrailRow.Of(record));
            }

            if (++looked == MostLooked)
            {
                break;
            }
        }

        return (claim, null);
    }
}
