namespace Optimizer.Standalone.Serving;

/// <summary>The one place of a server in a data directory: held as long as the process lives, however it ends.</summary>
internal sealed class ServerPlace : IDisposable
{
    private const string LockName = "server.lock";
    private readonly FileStream _lock;
    private readonly string _folder;
    private bool _isTold;

    private ServerPlace(string folder, FileStream held) => (_folder, _lock) = (folder, held);

    /// <exception cref="ServerRunsException">Somebody holds it; who is named when they said so.</exception>
    public static ServerPlace Take(string folder)
    {
        _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            return new(folder, new(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(Path.Combine(folder, LockName)))
        {
            throw new ServerRunsException(folder, RunningServer.Read(folder));
        }
    }

    /// <summary>Tells where the server is found.</summary>
    public void Tell(RunningServer server)
    {
        server.Write(_folder);
        _isTold = true;
    }

    public void Dispose()
    {
        if (_isTold)
        {
            File.Delete(Path.Combine(_folder, RunningServer.FileName));
        }

        _lock.Dispose();
    }
}
