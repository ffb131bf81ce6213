namespace Optimizer.Embedded.Storage;

/// <summary>
/// Gives keys and sequences that were never given before. The tables themselves hold the highest, so the marks are written
/// down only where they do not: when a change deletes, and after one was dropped with the numbers it had been given.
/// </summary>
internal sealed class HighWater
{
    private readonly Statement _save;
    private readonly Statement _read;
    private StoreMarks _before;
    private bool _deleted;
    private bool _skipped;

    public HighWater(SqliteSession session)
    {
        _save = session.Prepare("UPDATE high_water SET key = ?, seq = ?");
        _read = session.Prepare("""
            SELECT max(seq, (SELECT coalesce(max(seq), 0) FROM record)), max(key, (SELECT coalesce(max(key), 0) FROM instance))
            FROM high_water
            """);
        Given = Committed();
    }

    /// <summary>The highest given so far.</summary>
    public StoreMarks Given { get; private set; }

    /// <summary>The highest that the file holds.</summary>
    public StoreMarks Committed() => _read.First(row => new StoreMarks(row.Long(0), row.Long(1)));

    public long NextKey() => (Given = Given with { Key = Given.Key + 1 }).Key;

    public long NextSequence() => (Given = Given with { Sequence = Given.Sequence + 1 }).Sequence;

    /// <summary>A change was begun.</summary>
    public void Begun() => _before = Given;

    /// <summary>Rows were deleted in the open change.</summary>
    public void Deleted() => _deleted = true;

    /// <summary>Before the open change is committed: writes the marks where they are needed, and says whether it deleted.</summary>
    public bool Save()
    {
        if (_deleted || (_skipped && Given != _before))
        {
            _ = _save.Bind(1, Given.Key).Bind(2, Given.Sequence).Run();
        }

        return _deleted;
    }

    /// <summary>The open change is durable.</summary>
    public void Done()
    {
        _skipped &= !_deleted && Given == _before;
        _deleted = false;
        _before = Given;
    }

    /// <summary>The open change was dropped. What it was given is not given again.</summary>
    public void Dropped()
    {
        _skipped |= Given != _before;
        _deleted = false;
    }
}
