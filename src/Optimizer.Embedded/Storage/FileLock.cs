namespace Optimizer.Embedded.Storage;

/// <summary>
/// The hold of one process on an engine's file: a lock of the operating system on a file beside it, which the death of the
/// process frees, and a readable note of who holds it.
/// </summary>
/// <remarks>Left-over files mean nothing: only the lock does. It stays behind when freed, because deleting it would race with the next holder.</remarks>
internal sealed class FileLock : IDisposable
{
    private static readonly int[] SharingViolations = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream _stream;
    private readonly string _ownerFile;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private FileOwner _owner;
    private bool _isNoted;
    private bool _isFreed;

    private FileLock(FileStream stream, string ownerFile, TimeProvider clock)
    {
        (_stream, _ownerFile, _clock) = (stream, ownerFile, clock);
        var now = clock.GetUtcNow();
        _owner = new(Environment.ProcessId, now, now);
    }

    /// <summary>Takes the file for this process, making its folder when absent.</summary>
    /// <exception cref="EngineFileException">Another holds it, or its folder cannot be written.</exception>
    public static FileLock Take(string file, TimeProvider clock)
    {
        FileStream? stream = null;
        try
        {
            if (Directory.Exists(file))
            {
                throw new EngineFileException(file, "is a folder; name a file in it");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            stream = new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new(stream, OwnerFile(file), clock);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            stream?.Dispose();
            throw stream is null && SharingViolations.Contains(problem.HResult)
                ? InUse(file, problem)
                : new EngineFileException(file, $"its folder cannot be written: {problem.Message}", problem);
        }
    }

    /// <summary>The refusal of a file that another holds.</summary>
    public static EngineFileException InUse(string file, Exception problem) => new(
        file, $"is in use by {Noted(file)?.ToString() ?? "another process, which left no note"}; stop it first", problem)
    { IsInUse = true };

    /// <summary>The note beside a file: of who holds it, or of who died holding it; null after an end in order.</summary>
    public static FileOwner? Noted(string file) => FileOwner.Read(OwnerFile(file));

    /// <summary>
    /// Notes that this process lives; the first time, once the database is open too, that it is the owner: who is refused by
    /// the database must not write over the note of its owner. Safe from any thread; after the hold is freed it does nothing.
    /// </summary>
    /// <exception cref="IOException">The note cannot be written; the hold stays.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public void Beat()
    {
        lock (_gate)
        {
            if (!_isFreed)
            {
                _owner = _owner with { BeatAt = _clock.GetUtcNow() };
                _owner.Write(_ownerFile);
                _isNoted = true;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_isFreed)
            {
                return;
            }

            _isFreed = true;
            try
            {
                if (_isNoted)
                {
                    File.Delete(_ownerFile);
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // A note that stays behind does no harm: the lock decides.
            }

            _stream.Dispose();
        }
    }

    private static string OwnerFile(string file) => file + ".owner";
}
