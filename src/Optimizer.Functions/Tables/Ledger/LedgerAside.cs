using Optimizer.Domain.Attribution;
using Optimizer.Workflows.Attribution;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>What was sent and cannot be counted: each row once, as it came, with the reason; events under the experiment that they name.</summary>
internal sealed class LedgerAside(RowTable rows)
{
    // Partition with a row for each partition that has some.
    private const string Used = "asides";
    private const string NoEvents = "refused";
    private const int AtOnce = 16;

    /// <summary>Sets events of an experiment aside, each text once.</summary>
    public Task AddAsync(string experiment, IEnumerable<AsideRow> events, CancellationToken cancellationToken) =>
        AddAsync([.. events.Select(each => (ExperimentRows.KeyOf(experiment), RowKeys.Hash(each.Text), each))], cancellationToken);

    /// <summary>Sets aside what is no event, each key once.</summary>
    public Task AddAsync(IEnumerable<RefusedRow> refused, DateTimeOffset now, CancellationToken cancellationToken) => AddAsync(
        [.. refused.Select((each, place) => (NoEvents, RowKeys.Hash(each.Key), new AsideRow { At = now, Place = place, Code = each.Code, Why = each.Why, Text = each.Text }))],
        cancellationToken);

    /// <summary>How many are set aside, by code. Reads them all.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var partition in rows.ReadAsync(Used, null, null, cancellationToken))
        {
            await foreach (var row in rows.ReadAsync(Partition(partition.Key), null, null, cancellationToken))
            {
                if (row.Read<AsideRow>() is { IsReadmitted: false, Code: var code })
                {
                    counts[code] = counts.GetValueOrDefault(code) + 1;
                }
            }
        }

        return counts;
    }

    /// <summary>Events that wait for their experiment, in the order in which they came.</summary>
    public async Task<IReadOnlyList<(StoredRow Row, AsideRow Aside, AttributionEvent Event)>> WaitingAsync(string experiment, CancellationToken cancellationToken)
    {
        var waiting = new List<(StoredRow Row, AsideRow Aside, AttributionEvent Event)>();
        await foreach (var row in rows.ReadAsync(Partition(ExperimentRows.KeyOf(experiment)), null, null, cancellationToken))
        {
            if (row.Read<AsideRow>() is { IsReadmitted: false, Code: EventCodes.UnknownExperiment } aside)
            {
                waiting.Add((row, aside, EventReader.Parse(aside.Text)));
            }
        }

        return [.. waiting.OrderBy(each => each.Aside.At).ThenBy(each => each.Aside.Place)];
    }

    /// <summary>Writes what became of a row that waited: counted, or still apart for another reason. Somebody else may have.</summary>
    public async Task SettleAsync(StoredRow row, AsideRow aside, EventAnswer answer, CancellationToken cancellationToken) => _ = await rows.TryReplaceAsync(
        row,
        RowJson.Of(answer.Kind == EventAnswerKind.Quarantined ? aside with { Code = answer.Code!, Why = answer.Why! } : aside with { IsReadmitted = true }),
        cancellationToken);

    private async Task AddAsync(IReadOnlyList<(string Owner, string Key, AsideRow Row)> aside, CancellationToken cancellationToken)
    {
        foreach (var owner in aside.Select(each => each.Owner).Distinct(StringComparer.Ordinal))
        {
            _ = await rows.FindAsync(Used, owner, cancellationToken) is not null || await rows.TryAddAsync(Used, owner, "", cancellationToken);
        }

        await Parallel.ForEachAsync(aside, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (each, token) =>
            _ = await rows.TryAddAsync(Partition(each.Owner), each.Key, RowJson.Of(each.Row), token));
    }

    private static string Partition(string owner) => RowKeys.Join("aside", owner);
}
