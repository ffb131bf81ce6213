using System.Collections.Concurrent;
using Optimizer.Domain.Attribution;
using Optimizer.Functions.Blobs;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>
/// The attribution ledger: a log of blobs for each experiment, and what it comes to in rows. LEDGER.md beside says in which order things are
/// written and what that bears.
/// </summary>
internal sealed class TableLedger : IAttributionLedger
{
    private readonly RowTable _rows;
    private readonly LedgerLog _log;
    private readonly LedgerAside _aside;
    private readonly LedgerIds _ids;
    private readonly LedgerBook _book;
    private readonly LedgerTurn _turn;
    private readonly Patience _patience;
    private readonly ConcurrentDictionary<string, LedgerLane> _lanes = new(StringComparer.Ordinal);

    /// <param name="rows">A table of its own.</param>
    /// <param name="log">A container of its own.</param>
    /// <param name="clock">Paces what is tried again.</param>
    public TableLedger(RowTable rows, LedgerLog log, TimeProvider clock)
    {
        (_rows, _log, _patience) = (rows, log, new(clock));
        _aside = new(rows);
        _ids = new(rows);
        _book = new(rows, log, _ids, _aside, _patience);
        _turn = new(_book, _ids, _aside, _patience);
    }

    public async Task PutAsync(LedgerExperiment experiment, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        if (ExperimentCheck.Problem(experiment) is { } problem)
        {
            throw new ArgumentException(problem, nameof(experiment));
        }

        _ = await _turn.TakeAsync(experiment.Id, [new() { At = at, Definition = experiment }], cancellationToken);
        await ReadmitAsync(experiment.Id, cancellationToken);
    }

    public async Task<LedgerExperiment?> FindAsync(string experiment, CancellationToken cancellationToken) =>
        (await _book.SettleAsync(experiment, cancellationToken)).Head?.Definition;

    public async Task<IReadOnlyList<LedgerExperiment>> ExperimentsAsync(CancellationToken cancellationToken)
    {
        var known = new List<LedgerExperiment>();
        await foreach (var row in _rows.ReadAsync(ExperimentRows.Known, null, null, cancellationToken))
        {
            // A row whose head was not written yet is of a definition that nobody was answered.
            if (await FindAsync(row.Text, cancellationToken) is { } found)
            {
                known.Add(found);
            }
        }

        return [.. known.OrderBy(each => each.Id, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<EventAnswer>> AppendAsync(IReadOnlyList<AttributionEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        var answers = new EventAnswer[events.Count];
        foreach (var piece in EventPieces.Of(events))
        {
            foreach (var own in piece.GroupBy(place => events[place].Experiment ?? "", StringComparer.Ordinal))
            {
                var places = own.ToList();
                var replies = await AskAsync(own.Key, places.ConvertAll(place => new LedgerItem { At = now, Event = events[place], Place = place }), cancellationToken);
                places.Zip(replies).ToList().ForEach(each => answers[each.First] = each.Second.Answer);
            }

        }

        foreach (var unknown in events.Where((_, place) => answers[place].Code == EventCodes.UnknownExperiment).Select(each => each.Experiment).Distinct(StringComparer.Ordinal))
        {
            // It may have become known between the answer and the row.
            if (await FindAsync(unknown, cancellationToken) is not null)
            {
                await ReadmitAsync(unknown, cancellationToken);
            }
        }

        return answers;
    }

    public async Task<int?> AssignAsync(string experiment, string unit, int variant, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(unit) || unit.Length > EventLimits.LongestUnit)
        {
            throw new ArgumentException($"a unit has 1 to {EventLimits.LongestUnit} characters", nameof(unit));
        }

        if (await FindAsync(experiment, cancellationToken) is not { } known)
        {
            return null;
        }

        return variant < 0 || variant >= known.Variants.Count
            ? throw new ArgumentOutOfRangeException(nameof(variant), variant, $"'{experiment}' has variants 0 to {known.Variants.Count - 1}.")
            : await AssignedAsync(experiment, unit, cancellationToken)
                ?? (await AskAsync(experiment, [new() { At = at, Assigned = unit, Variant = variant }], cancellationToken))[0].Variant;
    }

    public async Task<int?> AssignedAsync(string experiment, string unit, CancellationToken cancellationToken)
    {
        var place = ExperimentRows.Unit(experiment, unit);
        return (await _rows.FindAsync(place.Partition, place.Key, cancellationToken))?.Read<UnitCount>().Variant;
    }

    public Task<IReadOnlyList<VariantTotal>> TotalsAsync(string experiment, CancellationToken cancellationToken) =>
        _patience.RunAsync<IReadOnlyList<VariantTotal>>($"totals of '{experiment}'", async () =>
        {
            var (_, head) = await _book.SettleAsync(experiment, cancellationToken);
            var sums = new List<SumCount>();
            await foreach (var row in _rows.ReadAsync(ExperimentRows.Sums(experiment), null, null, cancellationToken))
            {
                sums.Add(row.Read<SumCount>());
            }

            // One that is ahead belongs to a block of which others may be behind.
            return (sums.TrueForAll(sum => sum.Block <= (head?.Block ?? 0)), sums.ConvertAll(sum => new VariantTotal
            {
                Day = sum.Place.Day,
                Variant = sum.Place.Variant,
                Weights = head!.Stretches[Math.Min(sum.Place.Stretch, head.Stretches.Count - 1)].Weights,
                Units = sum.Units,
                Events = sum.Events.ToDictionary(each => each.Key, each => each.Value.Total, StringComparer.Ordinal),
            }));
        }, cancellationToken);

    public async Task<IReadOnlyList<LedgerSum>> SumAsync(LedgerQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return (await _book.SettleAsync(query.Experiment, cancellationToken)).Head is { } head
            ? await LedgerScan.SumAsync(_log, head, query, cancellationToken)
            : [];
    }

    public async Task<IReadOnlyList<LedgerRow>> RowsAsync(LedgerQuery query, long after, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return (await _book.SettleAsync(query.Experiment, cancellationToken)).Head is { } head
            ? await LedgerScan.RowsAsync(_log, head, query, after, most, cancellationToken)
            : [];
    }

    public async Task SetAsideAsync(IReadOnlyList<RefusedRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        await _aside.AddAsync(rows, now, cancellationToken);
    }

    public Task<IReadOnlyDictionary<string, long>> QuarantineAsync(CancellationToken cancellationToken) => _aside.CountAsync(cancellationToken);

    /// <summary>
    /// Finishes what died half done, and compares the rows with what the logs come to. Empty when nothing differs. Reads all of it; while
    /// others write it finds them writing.
    /// </summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken)
    {
        var known = await ExperimentsAsync(cancellationToken);
        foreach (var experiment in known)
        {
            await ReadmitAsync(experiment.Id, cancellationToken);
        }

        return await new LedgerProof(_rows, _log, _ids, _book).RunAsync([.. known.Select(each => each.Id)], cancellationToken);
    }

    private async Task<LedgerReply[]> AskAsync(string experiment, IReadOnlyList<LedgerItem> items, CancellationToken cancellationToken) =>
        await _lanes.GetOrAdd(experiment, name => new(together => _turn.TakeAsync(name, together, CancellationToken.None))).AskAsync(items).WaitAsync(cancellationToken);

    private async Task ReadmitAsync(string experiment, CancellationToken cancellationToken)
    {
        foreach (var some in (await _aside.WaitingAsync(experiment, cancellationToken)).Chunk(LedgerLane.MostItems / 4))
        {
            var replies = await AskAsync(experiment, [.. some.Select(each => new LedgerItem { At = each.Aside.At, Event = each.Event })], cancellationToken);
            foreach (var (waited, reply) in some.Zip(replies))
            {
                await _aside.SettleAsync(waited.Row, waited.Aside, reply.Answer, cancellationToken);
            }
        }
    }
}
