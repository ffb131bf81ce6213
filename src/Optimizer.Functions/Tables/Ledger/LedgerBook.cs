using Optimizer.Functions.Blobs;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>
/// The experiments as rows, counted from their logs. The append of a block is what makes it so; rows follow it, in an order in which they can
/// be written again: sums, units, ids, what is set aside, and last the head, before which no further block can be appended.
/// </summary>
internal sealed class LedgerBook(RowTable rows, LedgerLog log, LedgerIds ids, LedgerAside aside, Patience patience)
{
    /// <summary>How an experiment stands once a block was counted that its writer left behind; null when it is not known.</summary>
    public Task<(StoredRow? Row, LedgerHead? Head)> SettleAsync(string experiment, CancellationToken cancellationToken) =>
        patience.RunAsync($"the ledger's experiment '{experiment}'", async () =>
        {
            var place = ExperimentRows.Head(experiment);
            var row = await rows.FindAsync(place.Partition, place.Key, cancellationToken);
            var head = row?.Read<LedgerHead>();
            if (await log.FindAsync(ExperimentRows.KeyOf(experiment), LedgerHead.Next(head), cancellationToken) is not { } block)
            {
                return (true, (row, head));
            }

            MustFollow(head, block, experiment);
            var units = await UnitsAsync(experiment, block.Items, cancellationToken);
            var count = Counted(head, units);
            foreach (var item in block.Items)
            {
                count.Take(item);
            }

            await CountAsync(experiment, row, head, block, count, units, cancellationToken);
            return (false, default((StoredRow?, LedgerHead?)));
        }, cancellationToken);

    /// <summary>Appends a block where the head says; false when the place is taken by another.</summary>
    public async Task<bool> TryAppendAsync(string experiment, LedgerHead? head, LedgerBlock block, CancellationToken cancellationToken)
    {
        var (key, place) = (ExperimentRows.KeyOf(experiment), LedgerHead.Next(head));

        // What stands there may be this very block, whose answer was lost.
        return await log.TryAppendAsync(key, place, block.Text, cancellationToken)
            || (await log.FindAsync(key, place, cancellationToken))?.Batch == block.Batch;
    }

    /// <summary>Takes the place of a block that somebody may mean to append, so that it never is, unless it is there.</summary>
    public Task PassAsync(string experiment, long block, CancellationToken cancellationToken) =>
        patience.RunAsync($"the ledger's experiment '{experiment}'", async () =>
        {
            var (_, head) = await SettleAsync(experiment, cancellationToken);
            if (head?.Block >= block)
            {
                return (true, true);
            }

            _ = await TryAppendAsync(experiment, head ?? throw new InvalidDataException($"an id is claimed for '{experiment}', which no log makes known"), Block(head, []), cancellationToken);
            return (false, false);
        }, cancellationToken);

    /// <summary>Writes the rows of a block that is in the log.</summary>
    /// <param name="experiment">Its id.</param>
    /// <param name="row">Of the head before the block; null for the first block.</param>
    /// <param name="head">The head before it.</param>
    /// <param name="block">The block.</param>
    /// <param name="count">Its items counted on that head.</param>
    /// <param name="units">Rows of its units as they were read before.</param>
    /// <param name="cancellationToken">Stops it; whoever comes next goes on.</param>
    public async Task CountAsync(
        string experiment, StoredRow? row, LedgerHead? head, LedgerBlock block, ExperimentCount count, IReadOnlyDictionary<string, StoredRow> units, CancellationToken cancellationToken)
    {
        await AddAsync(experiment, block, count, cancellationToken);
        await WriteAsync(experiment, block, count, units, cancellationToken);
        await ids.TakeAsync(block.Items.Where(item => item.Event is not null).Select(item => item.Event!.Id), new(experiment, block.Number, false), cancellationToken);
        await aside.AddAsync(experiment, block.Items.Select(item => item.Aside).OfType<AsideRow>(), cancellationToken);
        if (head is null)
        {
            await rows.PutAsync(ExperimentRows.Known, ExperimentRows.KeyOf(experiment), experiment, cancellationToken);
        }

        // Refused: somebody else counted the block to its end.
        var (place, text) = (ExperimentRows.Head(experiment), RowJson.Of(After(head, block, count)));
        _ = row is null
            ? await rows.TryAddAsync(place.Partition, place.Key, text, cancellationToken)
            : await rows.TryReplaceAsync(row, text, cancellationToken);
    }

    /// <summary>Rows of the units that items tell of, as far as they are assigned.</summary>
    public async Task<IReadOnlyDictionary<string, StoredRow>> UnitsAsync(string experiment, IEnumerable<LedgerItem> items, CancellationToken cancellationToken)
    {
        var names = items.Select(item => item.Unit).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var found = await rows.FindAsync(names.Select(name => ExperimentRows.Unit(experiment, name)), cancellationToken);
        return names.Where(name => found.ContainsKey(ExperimentRows.Unit(experiment, name)))
            .ToDictionary(name => name, name => found[ExperimentRows.Unit(experiment, name)], StringComparer.Ordinal);
    }

    public static ExperimentCount Counted(LedgerHead? head, IReadOnlyDictionary<string, StoredRow> units) =>
        new(head, units.Select(unit => KeyValuePair.Create(unit.Key, unit.Value.Read<UnitCount>())));

    /// <summary>The block behind a head.</summary>
    public static LedgerBlock Block(LedgerHead? head, IReadOnlyList<LedgerItem> items) =>
        new(LedgerHead.NextBlock(head), head?.Hash ?? "", Guid.NewGuid().ToString("n"), items);

    // A sum that has the block already was added to by somebody else who counts it.
    private async Task AddAsync(string experiment, LedgerBlock block, ExperimentCount count, CancellationToken cancellationToken) =>
        _ = await patience.RunAsync($"sums of '{experiment}'", async () =>
        {
            var found = await rows.FindAsync(count.Added.Keys.Select(place => ExperimentRows.Sum(experiment, place)), cancellationToken);
            var changes = new List<(string, RowChange)>();
            foreach (var (key, added) in count.Added)
            {
                var place = ExperimentRows.Sum(experiment, key);
                var there = found.GetValueOrDefault(place);
                var sum = there?.Read<SumCount>() ?? new() { Place = key };
                if (sum.Block < block.Number)
                {
                    changes.Add((place.Partition, new(place.Key, RowJson.Of(sum.And(added, block.Number)), there?.Tag)));
                }
            }

            return (await rows.TryWriteAsync(changes, cancellationToken), true);
        }, cancellationToken);

    // Only after all sums: whoever counts the block again and meets a unit that has it finds that the sums have it too.
    private async Task WriteAsync(
        string experiment, LedgerBlock block, ExperimentCount count, IReadOnlyDictionary<string, StoredRow> read, CancellationToken cancellationToken)
    {
        var touched = block.Items.Select(item => item.Unit).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        _ = await patience.RunAsync($"units of '{experiment}'", async () =>
        {
            var changes = touched.Where(name => read.GetValueOrDefault(name)?.Read<UnitCount>() is not { } there || there.Block < block.Number).Select(name =>
            {
                var place = ExperimentRows.Unit(experiment, name);
                return (place.Partition, new RowChange(place.Key, RowJson.Of(count.Units[name] with { Block = block.Number }), read.GetValueOrDefault(name)?.Tag));
            });
            var isDone = await rows.TryWriteAsync(changes, cancellationToken);
            read = isDone ? read : await UnitsAsync(experiment, block.Items, cancellationToken);
            return (isDone, true);
        }, cancellationToken);
    }

    private static LedgerHead After(LedgerHead? head, LedgerBlock block, ExperimentCount count)
    {
        var place = LedgerHead.Next(head);
        return new()
        {
            Definition = count.Definition!,
            Stretches = count.Stretches,
            Names = [.. count.Names],
            Block = block.Number,
            Hash = block.Hash,
            Segment = place.Segment,
            Position = place.Position + block.Bytes,
            Blocks = place.Position == 0 ? 1 : head!.Blocks + 1,
        };
    }

    private static void MustFollow(LedgerHead? head, LedgerBlock block, string experiment)
    {
        if (block.Number != LedgerHead.NextBlock(head) || block.Previous != (head?.Hash ?? ""))
        {
            throw new InvalidDataException($"the log of '{experiment}' is damaged: block {block.Number} does not go on from block {head?.Block ?? 0}");
        }
    }
}
