namespace Optimizer.Embedded.Storage;

/// <summary>Gives pages that deletions freed back to the disk: some at a time, so that no commit takes long.</summary>
internal sealed class FreePages(SqliteSession session)
{
    // 10 MiB: what is below is soon used again.
    private const int Kept = 2560;
    private const int AtATime = 1024;

    private readonly Statement _free = session.Prepare("PRAGMA freelist_count");
    private readonly Statement _all = session.Prepare("PRAGMA page_count");

    /// <summary>Before a change that deletes is committed: when more than a quarter of the file is free, makes it smaller.</summary>
    public void Release()
    {
        var free = Count(_free);
        if (free > Kept && free * 4 > Count(_all))
        {
            session.Execute($"PRAGMA incremental_vacuum({Math.Min(AtATime, free - Kept)})");
        }
    }

    private static long Count(Statement pragma) => pragma.First(row => row.Long(0));
}
