using Optimizer.Domain.Attribution;
using Optimizer.Workflows.Attribution;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>Takes items into an experiment's log: decides them on how it stands, and decides again when another writer was quicker.</summary>
internal sealed class LedgerTurn(LedgerBook book, LedgerIds ids, LedgerAside aside, Patience patience)
{
    /// <summary>One reply for each item, in order; durable.</summary>
    public Task<LedgerReply[]> TakeAsync(string experiment, IReadOnlyList<LedgerItem> items, CancellationToken cancellationToken) =>
        patience.RunAsync($"the ledger's experiment '{experiment}'", async () =>
        {
            var (row, head) = await book.SettleAsync(experiment, cancellationToken);
            var known = await ClaimsAsync(experiment, items, cancellationToken);
            var units = head is null ? new Dictionary<string, StoredRow>() : await book.UnitsAsync(experiment, items, cancellationToken);
            var count = LedgerBook.Counted(head, units);
            var taken = known.Where(each => each.Value.Claim.IsTaken).Select(each => each.Key).ToHashSet(StringComparer.Ordinal);
            var lines = new List<LedgerItem>();
            var replies = items.Select(item => Decide(item, count, taken, lines)).ToArray();

            // With the block what it has; by itself what is too long for one, which it always was, or what comes with nothing that counts.
            var apart = items.Zip(replies).Where(each => each.Second.Answer.Kind == EventAnswerKind.Quarantined && (lines.Count == 0 || !each.First.FitsBlock));
            await aside.AddAsync(experiment, apart.Select(each => Apart(each.First, each.Second.Answer)), cancellationToken);
            if (lines.Count == 0)
            {
                return (true, replies);
            }

            lines.AddRange(items.Zip(replies).Where(each => each.Second.Answer.Kind == EventAnswerKind.Quarantined && each.First.FitsBlock)
                .Select(each => new LedgerItem { At = each.First.At, Aside = Apart(each.First, each.Second.Answer) }));
            var block = LedgerBook.Block(head, lines);
            var isOurs = await ids.TryClaimAsync(
                    lines.Where(line => line.Event is not null).Select(line => line.Event!.Id), known, new(experiment, block.Number, false), cancellationToken)
                && await book.TryAppendAsync(experiment, head, block, cancellationToken);
            if (isOurs)
            {
                await book.CountAsync(experiment, row, head, block, count, units, cancellationToken);
            }

            return (isOurs, replies);
        }, cancellationToken);

    private static LedgerReply Decide(LedgerItem item, ExperimentCount count, HashSet<string> taken, List<LedgerItem> lines)
    {
        switch (item)
        {
            case { Definition: { } definition } when !count.WouldChange(definition):
                return default;
            case { Event: { } happened } when taken.Contains(happened.Id ?? ""):
                return new(new(EventAnswerKind.Duplicate));
            case { Event: { } happened } when count.Problem(happened, item.At) is { } problem:
                return new(problem);
            case { Assigned: not null } when count.Definition is null:
                return default;
            case { Assigned: { } unit } when count.Units.TryGetValue(unit, out var assigned):
                return new(default, assigned.Variant);
            case { Assigned: not null } when item.At >= count.Definition.Until:
                return default;
            default:
                break;
        }

        if (item.Event is { Id: var id })
        {
            _ = taken.Add(id);
        }

        count.Take(item);
        lines.Add(item);
        return new(new(EventAnswerKind.Accepted), item.Variant);
    }

    private static AsideRow Apart(LedgerItem item, EventAnswer problem) => new()
    {
        At = item.At,
        Place = item.Place,
        Code = problem.Code!,
        Why = problem.Why!,
        Text = EventText.Write(item.Event!),
    };

    // Claims of other experiments are looked into: whether the id is in their log is decided then, for ever.
    private async Task<Dictionary<string, (StoredRow Row, IdClaim Claim)>> ClaimsAsync(string experiment, IReadOnlyList<LedgerItem> items, CancellationToken cancellationToken)
    {
        var names = items.Where(item => item.Event is not null).Select(item => item.Event!.Id ?? "").ToList();
        var known = await ids.FindAsync(names, cancellationToken);
        var others = known.Values.Select(each => each.Claim).Where(claim => !claim.IsTaken && claim.Experiment != experiment).Distinct().ToList();
        foreach (var other in others)
        {
            await book.PassAsync(other.Experiment, other.Block, cancellationToken);
        }

        return others.Count == 0 ? known : await ids.FindAsync(names, cancellationToken);
    }
}
