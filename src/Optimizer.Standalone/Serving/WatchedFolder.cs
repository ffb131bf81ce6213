namespace Optimizer.Standalone.Serving;

/// <summary>
/// Says when something in a folder, or one file, may have changed: told by the system at once where it tells, and looked at every
/// minute, because network and container disks do not tell.
/// </summary>
internal sealed class WatchedFolder : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    // Editors write a file in several steps.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    private readonly FileSystemWatcher? _system;
    private readonly ITimer _timer;
    private readonly string _path;
    private readonly Action _changed;
    private readonly Lock _gate = new();
    private string _seen;

    public WatchedFolder(string path, TimeProvider clock, Action changed)
    {
        (_path, _changed, _seen) = (Path.GetFullPath(path), changed, "");
        _seen = Marks();
        _timer = clock.CreateTimer(_ => Look(), null, Often, Often);
        _system = Listen();
    }

    public void Dispose()
    {
        _system?.Dispose();
        _timer.Dispose();
    }

    private FileSystemWatcher? Listen()
    {
        var folder = Directory.Exists(_path) ? _path : Path.GetDirectoryName(_path)!;
        if (!Directory.Exists(folder))
        {
            return null;
        }

        try
        {
            var system = new FileSystemWatcher(folder) { IncludeSubdirectories = Directory.Exists(_path) };
            system.Changed += (_, _) => Soon();
            system.Created += (_, _) => Soon();
            system.Deleted += (_, _) => Soon();
            system.Renamed += (_, _) => Soon();
            system.EnableRaisingEvents = true;
            return system;
        }
        catch (IOException)
        {
            // No more watches to be had: looking remains.
            return null;
        }
    }

    private void Soon() => _timer.Change(Settling, Often);

    private void Look()
    {
        lock (_gate)
        {
            var marks = Marks();
            if (marks == _seen)
            {
                return;
            }

            _seen = marks;
        }

        _changed();
    }

    /// <summary>Names, sizes and times: what a change of any file shows in.</summary>
    private string Marks()
    {
        try
        {
            var files = Directory.Exists(_path)
                ? new DirectoryInfo(_path).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal)
                : new[] { new FileInfo(_path) }.Where(file => file.Exists).AsEnumerable();
            var hash = new HashCode();
            var count = 0;
            foreach (var file in files)
            {
                hash.Add(file.FullName, StringComparer.Ordinal);
                hash.Add(file.Length);
                hash.Add(file.LastWriteTimeUtc);
                count++;
            }

            return $"{count} {hash.ToHashCode()}";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }
}
