namespace Optimizer.Crash.Tests.Dying;

/// <summary>Folders for the files of a test.</summary>
internal static class Temporary
{
    // What survives a death in this process is what was written, flushed or not, so memory does as well as a disk.
    private static readonly string Root = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    /// <summary>A new, empty folder, in memory where the system has such.</summary>
    public static DirectoryInfo Folder() => Directory.CreateDirectory(Path.Combine(Root, "optimizer-crash-" + Path.GetRandomFileName()));
}
