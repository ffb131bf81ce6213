namespace Optimizer.Embedded.Storage;

/// <summary>The histories.</summary>
internal sealed class RecordTable(SqliteSession session, HighWater marks)
{
    private readonly Statement _insert = session.Prepare("INSERT INTO record (seq, instance, kind, at, busy, body) VALUES (?, ?, ?, ?, ?, ?)");
    private readonly Statement _select = session.Prepare("SELECT seq, kind, at, body FROM record WHERE instance = ? ORDER BY seq");
    private readonly Statement _lastAt = session.Prepare("SELECT at FROM record WHERE seq = (SELECT max(seq) FROM record WHERE instance = ?)");
    private readonly Statement _sequences = session.Prepare("SELECT seq FROM record WHERE instance = ?");
    private readonly Statement _delete = session.Prepare("DELETE FROM record WHERE seq = ?");
    private readonly Statement _deleteAll = session.Prepare("DELETE FROM record WHERE instance = ?");

    public long Append(long instance, RecordKind kind, long at, bool busy, ReadOnlySpan<byte> body)
    {
        var sequence = marks.NextSequence();
        _ = _insert.Bind(1, sequence).Bind(2, instance).Bind(3, (long)kind).Bind(4, at).Bind(5, busy).Bind(6, body).Run();
        return sequence;
    }

    public IReadOnlyList<RecordRow> Of(long instance) =>
        _select.Bind(1, instance).All(row => new RecordRow(row.Long(0), (RecordKind)row.Int(1), row.Long(2), row.Bytes(3)));

    public long? LastAt(long instance) => _lastAt.Bind(1, instance).First(row => (long?)row.Long(0));

    public void Delete(long instance, IReadOnlyCollection<long> kept)
    {
        marks.Deleted();
        if (kept.Count == 0)
        {
            _ = _deleteAll.Bind(1, instance).Run();
            return;
        }

        var keep = kept as IReadOnlySet<long> ?? kept.ToHashSet();
        foreach (var sequence in _sequences.Bind(1, instance).All(row => row.Long(0)).Where(sequence => !keep.Contains(sequence)))
        {
            _ = _delete.Bind(1, sequence).Run();
        }
    }
}
