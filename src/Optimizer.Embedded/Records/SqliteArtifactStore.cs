using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>The pages, by path.</summary>
internal sealed class SqliteArtifactStore : IArtifactStore
{
    private readonly RecordSession _session;
    private readonly Statement _write;
    private readonly Statement _read;
    private readonly Statement _list;

    public SqliteArtifactStore(RecordSession session)
    {
        _session = session;
        _write = session.Prepare("INSERT INTO artifact VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET text = excluded.text WHERE text <> excluded.text");
        _read = session.Prepare("SELECT text FROM artifact WHERE path = ?");
        _list = session.Prepare("SELECT path FROM artifact WHERE path >= ? AND path < ? ORDER BY path");
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The path leads out of the store's folder, or is no path.</exception>
    public Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArtifactPath.MustBeInside(path);
        cancellationToken.ThrowIfCancellationRequested();
        _ = _session.Change(() => _write.Bind(1, path).Bind(2, text).Run());
        return Task.CompletedTask;
    }

    public Task<string?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Read(_ => _read.Bind(1, path).First(row => row.Text(0))));
    }

    public Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        cancellationToken.ThrowIfCancellationRequested();

        // What begins with a slash after the folder ends before the sign that follows the slash; no path holds the last sign there is.
        var (first, end) = folder.Trim('/') is { Length: > 0 } inside ? (inside + '/', inside + (char)('/' + 1)) : ("", "\U0010FFFF");
        return Task.FromResult<IReadOnlyList<string>>(_session.Read(_ => _list.Bind(1, first).Bind(2, end).All(row => row.Text(0))));
    }
}
