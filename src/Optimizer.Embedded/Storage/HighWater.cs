namespace Optimizer.Embedded.Storage;

/// <summary>
/// Gives keys and sequences that were never given before. The tables themselves hold the highest as long as nothing is
/// deleted, so only a change that deletes writes the marks down.
/// </summary>
internal sealed class HighWater
{
    private readonly Statement _save;
    private long _key;
    private long _sequence;
    private bool _deleted;

    public HighWater(SqliteSession session)
    {
        _key = session.ReadLong("SELECT max((SELECT key FROM high_water), (SELECT coalesce(max(key), 0) FROM instance))");
        _sequence = session.ReadLong("SELECT max((SELECT seq FROM high_water), (SELECT coalesce(max(seq), 0) FROM record))");
        _save = session.Prepare("UPDATE high_water SET key = ?, seq = ?");
    }

    public long NextKey() => ++_key;

    public long NextSequence() => ++_sequence;

    /// <summary>Rows were deleted in the open change.</summary>
    public void Deleted() => _deleted = true;

    /// <summary>Before the open change is committed: writes the marks when it deleted, and says whether it did.</summary>
    public bool Save()
    {
        if (!_deleted)
        {
            return false;
        }

        _ = _save.Bind(1, _key).Bind(2, _sequence).Run();
        _deleted = false;
        return true;
    }

    /// <summary>After the open change was dropped. What it was given stays used.</summary>
    public void Dropped() => _deleted = false;
}
