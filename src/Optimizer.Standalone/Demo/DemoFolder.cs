using Optimizer.Embedded.Records;
using Optimizer.Standalone.Loop;

namespace Optimizer.Standalone.Demo;

/// <summary>
/// The data directory that the demo writes. A mark in the records says that they are a demo's: only those are replaced, and not even
/// those where an engine has run beside them.
/// </summary>
internal static class DemoFolder
{
    private const string Mark = "demo.txt";
    private const string LockName = "demo.lock";
    private static readonly string[] Tails = ["", "-wal", "-shm"];

    /// <summary>Keeps other demos out while it lives; null when one is running there.</summary>
    public static FileStream? TryLock(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(Path.Combine(folder, LockName)))
        {
            return null;
        }
    }

    /// <summary>What is there that the demo must not replace; null when it may begin.</summary>
    /// <exception cref="RecordFileException">The records cannot be read.</exception>
    public static async Task<string?> ObstacleAsync(string folder, CancellationToken cancellationToken)
    {
        var engine = Path.Combine(folder, LocalLoop.EngineFileName);
        if (File.Exists(engine))
        {
            return $"{engine}: is the engine of plays that are not a demo's; name another directory with --data";
        }

        var file = Path.Combine(folder, RecordOptions.FileName);
        if (!File.Exists(file))
        {
            return null;
        }

        using var store = RecordStore.OpenToRead(file, new());
        return await store.Artifacts.ReadAsync(Mark, cancellationToken) is null
            ? $"{file}: holds records that are not a demo's; name another directory with --data"
            : null;
    }

    /// <summary>Takes an earlier demo away and marks the new records before anything is recorded.</summary>
    public static async Task BeginAsync(string folder, string said, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, RecordOptions.FileName);
        foreach (var tail in Tails)
        {
            File.Delete(file + tail);
        }

        using var store = RecordStore.Open(file, new() { Durable = false });
        await store.Artifacts.WriteAsync(Mark, said, cancellationToken);
    }
}
