namespace Optimizer.Standalone.Backups;

/// <summary>Which files of a data directory are its state.</summary>
internal static class DataFiles
{
    // What a process holds or tells only while it lives, and what a database makes anew by itself.
    private static readonly string[] Passing = [".lock", ".turn", ".asking", ".owner", ".owner.next", "-wal", "-shm", "-journal", ".partial"];

    /// <summary>Paths within the directory, with slashes; links and what starts with a dot are left out.</summary>
    public static IEnumerable<string> Of(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System })
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part.StartsWith('.')) && path != Serving.RunningServer.FileName
                && !path.StartsWith($"{Serving.RunningServer.FileName}.", StringComparison.Ordinal)
                && !Passing.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>Removes what looking at a copy left beside it.</summary>
    public static void DropLeavings(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Passing.Any(ending => file.EndsWith(ending, StringComparison.Ordinal))).ToList())
        {
            File.Delete(file);
        }
    }
}
