using System.Text.Json;

namespace Optimizer.Embedded.Storage;

/// <summary>The histories: one chain of records an instance, from the last backwards.</summary>
internal sealed class RecordTable(SqliteSession session, HighWater marks)
{
    private const int MostKnown = 100_000;

    private readonly Statement _head = session.Prepare("SELECT seq FROM head WHERE instance = ?");
    private readonly Statement _setHead = session.Prepare("INSERT INTO head VALUES (?, ?) ON CONFLICT (instance) DO UPDATE SET seq = excluded.seq");
    private readonly Statement _deleteHead = session.Prepare("DELETE FROM head WHERE instance = ?");
    private readonly Statement _insert = session.Prepare("INSERT INTO record (seq, instance, kind, at, busy, body, before) VALUES (?, ?, ?, ?, ?, ?, ?)");
    private readonly Statement _select = session.Prepare("SELECT seq, kind, at, body, before FROM record WHERE seq = ?");
    private readonly Statement _before = session.Prepare("SELECT before FROM record WHERE seq = ?");
    private readonly Statement _setBefore = session.Prepare("UPDATE record SET before = ? WHERE seq = ?");
    private readonly Statement _at = session.Prepare("SELECT at FROM record WHERE seq = ?");
    private readonly Statement _delete = session.Prepare("DELETE FROM record WHERE seq = ?");

    // Saves a look into the table at every record but an instance's first since the file was opened.
    private readonly Dictionary<long, long> _known = [];

    public long Append(long instance, RecordKind kind, long at, bool busy, ReadOnlySpan<byte> body)
    {
        var before = Head(instance);
        var sequence = marks.NextSequence();
        _ = _insert.Bind(1, sequence).Bind(2, instance).Bind(3, (long)kind).Bind(4, at).Bind(5, busy).Bind(6, body).Bind(7, before).Run();
        _ = _setHead.Bind(1, instance).Bind(2, sequence).Run();
        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        _known[instance] = sequence;
        return sequence;
    }

    /// <exception cref="JsonException">The chain is broken: a record that it names is not there. One history is damaged, not the file.</exception>
    public IReadOnlyList<RecordRow> Of(long instance)
    {
        var records = new List<RecordRow>();
        var next = Head(instance);
        while (next is { } sequence)
        {
            var (record, before) = _select.Bind(1, sequence)
                .First(row => ((RecordRow?)new(row.Long(0), (RecordKind)row.Int(1), row.Long(2), row.Bytes(3)), row.LongOrNull(4)));
            records.Add(record ?? throw Broken(instance, sequence));
            next = Former(instance, sequence, before);
        }

        records.Reverse();
        return records;
    }

    public long? LastAt(long instance) => Head(instance) is { } last ? _at.Bind(1, last).First(row => (long?)row.Long(0)) : null;

    /// <summary>The open change was dropped, and with it perhaps what is known.</summary>
    public void Dropped() => _known.Clear();

    public void Delete(long instance, IReadOnlyCollection<long> kept)
    {
        marks.Deleted();
        var keep = kept as IReadOnlySet<long> ?? kept.ToHashSet();
        var (next, last, above) = (Head(instance), default(long?), default(long?));
        while (next is { } sequence)
        {
            next = _before.Bind(1, sequence).First(row => (row.LongOrNull(0), true)) is (var before, true)
                ? Former(instance, sequence, before)
                : throw Broken(instance, sequence);
            if (!keep.Contains(sequence))
            {
                _ = _delete.Bind(1, sequence).Run();
                continue;
            }

            if (above is { } kin)
            {
                _ = _setBefore.Bind(1, sequence).Bind(2, kin).Run();
            }

            (last, above) = (last ?? sequence, sequence);
        }

        _known.Remove(instance);
        if (above is { } first)
        {
            _ = _setBefore.Bind(1, default(long?)).Bind(2, first).Run();
            _ = _setHead.Bind(1, instance).Bind(2, last!.Value).Run();
        }
        else
        {
            _ = _deleteHead.Bind(1, instance).Run();
        }
    }

    private long? Head(long instance) =>
        _known.TryGetValue(instance, out var last) ? last : _head.Bind(1, instance).First(row => (long?)row.Long(0));

    // A chain goes back in time: one that does not would never end.
    private static long? Former(long instance, long sequence, long? before) => before < sequence || before is null ? before : throw Broken(instance, sequence);

    private static JsonException Broken(long instance, long sequence) =>
        new($"record {sequence} of the instance with key {instance} is missing or out of order; restore a backup");
}
