namespace Optimizer.Crash.Tests.Dying;

/// <summary>
/// Folders of the lives of one engine: each life begins with a copy of the files as the death of the one before left
/// them, so that SQLite has a log to recover and no closing connection has tidied up.
/// </summary>
internal sealed class LifeFiles : IDisposable
{
    private readonly DirectoryInfo _root = Temporary.Folder();
    private int _life;

    /// <summary>The engine's file in the present life.</summary>
    public string File => Path.Combine(_root.FullName, $"life-{_life}", "engine.db");

    public LifeFiles() => Directory.CreateDirectory(Path.GetDirectoryName(File)!);

    /// <summary>Copies the files as they are at this moment to the next life's folder, which becomes the present one.</summary>
    public void Bequeath()
    {
        var from = File;
        _life++;
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        Copy(from, File);
    }

    /// <summary>Copies a database and its log; the lock and its note stay where they are.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var end in (string[])["", "-wal"])
        {
            if (System.IO.File.Exists(from + end))
            {
                System.IO.File.Copy(from + end, to + end, overwrite: true);
            }
        }
    }

    public void Dispose() => _root.Delete(recursive: true);
}
