namespace Optimizer.Embedded.Storage;

/// <summary>
/// Gives keys and sequences that were never given before. The tables themselves hold the highest as long as nothing is
/// deleted, so only a change that deletes writes the marks down.
/// </summary>
internal sealed class HighWater
{
    private const string HighestKey = "SELECT max((SELECT key FROM high_water), (SELECT coalesce(max(key), 0) FROM instance))";
    private const string HighestSequence = "SELECT max((SELECT seq FROM high_water), (SELECT coalesce(max(seq), 0) FROM record))";

    private readonly SqliteSession _session;
    private readonly Statement _save;
    private long _key;
    private long _sequence;
    private bool _deleted;

    public HighWater(SqliteSession session)
    {
        _session = session;
        (_sequence, _key) = Committed();
        _save = session.Prepare("UPDATE high_water SET key = ?, seq = ?");
    }

    /// <summary>The highest given, those of the open change included.</summary>
    public StoreMarks Given => new(_sequence, _key);

    /// <summary>The highest that the file holds.</summary>
    public StoreMarks Committed() => new(_session.ReadLong(HighestSequence), _session.ReadLong(HighestKey));

    public long NextKey() => ++_key;

    public long NextSequence() => ++_sequence;

    /// <summary>Rows were deleted in the open change.</summary>
    public void Deleted() => _deleted = true;

    /// <summary>Before the open change is committed.</summary>
    public void Save()
    {
        if (_deleted)
        {
            _ = _save.Bind(1, _key).Bind(2, _sequence).Run();
            _deleted = false;
        }
    }

    /// <summary>After the open change was dropped. What it was given stays used.</summary>
    public void Dropped() => _deleted = false;
}
