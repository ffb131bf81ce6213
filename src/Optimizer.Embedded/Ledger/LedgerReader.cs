using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Records;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Ledger;

/// <summary>What is asked of the ledger without changing it, on a connection of its own: a large import holds nobody up.</summary>
internal sealed class LedgerReader
{
    private readonly RecordSession _session;
    private readonly SipKey _key;
    private readonly Statement _unit;
    private readonly Statement _units;
    private readonly Statement _totals;
    private readonly Statement _quarantine;
    private readonly Statement _rows;
    private readonly ExperimentBook _book;
    private readonly NameTable _names;

    public LedgerReader(RecordSession session)
    {
        _session = session;
        _key = session.Read(open =>
        {
            using var seed = open.PrepareOnce("SELECT first, second FROM seed");
            return seed.First(row => new SipKey((ulong)row.Long(0), (ulong)row.Long(1)));
        }) ?? throw new RecordFileException(session.File, "is damaged: the seed of its keys is missing; restore a backup");
        (_book, _names) = session.Read(open => (new ExperimentBook(open), new NameTable(open)));
        _unit = session.Prepare("SELECT variant FROM unit WHERE key = ?");
        _units = session.Prepare("SELECT day, stretch, variant, units FROM cohort WHERE experiment = ? ORDER BY day, stretch, variant");
        _totals = session.Prepare("""
            SELECT day, stretch, variant, name, count, units, paying, sum, squares, count_squares FROM total WHERE experiment = ? ORDER BY day, stretch, variant, name
            """);
        _quarantine = session.Prepare("SELECT code, count(*) FROM quarantine WHERE readmitted = 0 GROUP BY code ORDER BY code");
        _rows = session.Prepare("SELECT number, at, code, why, text, readmitted FROM quarantine WHERE number > ? ORDER BY number LIMIT ?");
    }

    public LedgerExperiment? Find(string experiment) => _session.Read(_ =>
    {
        _book.Refresh();
        return _book.Find(experiment)?.Definition;
    });

    public IReadOnlyList<LedgerExperiment> Experiments() => _session.Read(_ =>
    {
        _book.Refresh();
        return (LedgerExperiment[])[.. _book.All.Select(known => known.Definition).OrderBy(each => each.Id, StringComparer.Ordinal)];
    });

    public int? Assigned(string experiment, string unit) => _session.Read(_ =>
    {
        _book.Refresh();
        if (_book.Find(experiment) is not { } known)
        {
            return default(int?);
        }

        Span<byte> key = stackalloc byte[16];
        SipKey.Write(_key.Of(unit, known.Number), key);
        return _unit.Bind(1, key).First(row => (int?)row.Int(0));
    });

    public IReadOnlyList<VariantTotal> Totals(string experiment) => _session.Read(open =>
    {
        // Units and events of one moment.
        var isOwn = !open.InChange && _session.IsReadOnly;
        if (isOwn)
        {
            open.Execute("BEGIN");
        }

        try
        {
            _book.Refresh();
            _names.Refresh();
            return _book.Find(experiment) is { } known ? Totals(known) : [];
        }
        finally
        {
            if (isOwn)
            {
                open.Rollback();
            }
        }
    });

    /// <summary>Sums over events, on this connection: for a ledger in memory, which has no other.</summary>
    public IReadOnlyList<LedgerSum> Sum(LedgerQuery query, CancellationToken cancellationToken) =>
        _session.Read(open => LedgerScan.Sum(open, _book, _names, query, cancellationToken));

    /// <summary>Events, on this connection, as above.</summary>
    public IReadOnlyList<LedgerRow> Rows(LedgerQuery query, long after, int most, CancellationToken cancellationToken) =>
        _session.Read(open => LedgerScan.Rows(open, _book, _names, query, after, most, cancellationToken));

    public IReadOnlyDictionary<string, long> Quarantine() => _session.Read(_ =>
        _quarantine.All(row => (row.Text(0), row.Long(1))).ToDictionary(each => each.Item1, each => each.Item2, StringComparer.Ordinal));

    public IReadOnlyList<QuarantinedRow> Quarantined(long after, int most) => _session.Read(_ => _rows.Bind(1, after).Bind(2, (long)most).All(row =>
        new QuarantinedRow(row.Long(0), new(row.Long(1), TimeSpan.Zero), row.Text(2), row.Text(3), row.Text(4), row.Flag(5))));

    private List<VariantTotal> Totals(KnownExperiment known)
    {
        var events = _totals.Bind(1, known.Number)
            .All(row => (Place: (row.Int(0), row.Int(1), row.Int(2)), Name: row.Long(3), Sum: TotalTable.SumAt(row, 4)))
            .ToLookup(each => each.Place, each => (Name: Name(each.Name), each.Sum));
        return _units.Bind(1, known.Number).All(row => (Place: (Day: row.Int(0), Stretch: row.Int(1), Variant: row.Int(2)), Units: row.Long(3)))
            .ConvertAll(cohort => new VariantTotal
            {
                Day = DateOnly.FromDayNumber(cohort.Place.Day),
                Variant = cohort.Place.Variant,
                Weights = known.Weights(cohort.Place.Stretch),
                Units = cohort.Units,
                Events = events[cohort.Place].ToDictionary(each => each.Name, each => Total(each.Sum), StringComparer.Ordinal),
            });
    }

    private string Name(long key) => _names.Text(key)
        ?? throw new RecordFileException(_session.File, $"is damaged: name {key} of an event is missing; restore a backup");

    private static EventTotal Total(in TotalSum sum) => new(
        sum.Count, sum.Units, (decimal)sum.Sum / EventLimits.Scale, (double)sum.Squares / ((double)EventLimits.Scale * EventLimits.Scale), sum.Paying, sum.CountSquares);
}
