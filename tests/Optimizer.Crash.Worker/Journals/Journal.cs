using System.Text;

namespace Optimizer.Crash.Worker.Journals;

/// <summary>
/// What really happened, kept apart from the engine's file: one line and one write each, so that a kill loses at most the
/// line it cuts.
/// </summary>
public sealed class Journal : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly bool _flush;

    /// <param name="path">Opened for appending, made when absent.</param>
    /// <param name="flush">Whether every line is on the disk when <see cref="Append"/> returns.</param>
    public Journal(string path, bool flush)
    {
        _flush = flush;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        _file.Seek(0, SeekOrigin.End);
        EndCutLine();
    }

    public void Append(string line)
    {
        lock (_lock)
        {
            _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            _file.Flush(_flush);
        }
    }

    /// <summary>All whole lines of a journal; none when it is absent. A line that a kill cut ends in a mark and is left out.</summary>
    public static IReadOnlyList<string> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n');
        return [.. lines[..^1].Where(line => !line.EndsWith(CutMark, StringComparison.Ordinal))];
    }

    public void Dispose() => _file.Dispose();

    private const string CutMark = "\t(cut)";

    private void EndCutLine()
    {
        if (_file.Length > 0)
        {
            _file.Seek(-1, SeekOrigin.End);
            if (_file.ReadByte() != '\n')
            {
                _file.Write(Encoding.UTF8.GetBytes(CutMark + "\n"));
            }
        }
    }
}
