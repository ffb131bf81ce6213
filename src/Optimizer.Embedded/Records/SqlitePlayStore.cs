using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>Definitions and policy: a text once in force stays, whatever comes after it.</summary>
internal sealed class SqlitePlayStore : IPlayStore
{
    private const string Policy = "policy";

    private readonly RecordSession _session;
    private readonly Statement _find;
    private readonly Statement _current;
    private readonly Statement _findVersion;
    private readonly Statement _add;
    private readonly Statement _put;
    private readonly Statement _list;

    // The policy is read with every play and may be long.
    private StoredText? _policy;

    public SqlitePlayStore(RecordSession session)
    {
        _session = session;
        _find = session.Prepare("SELECT f.name, f.hash, d.text, f.file, f.at FROM in_force f JOIN definition d ON d.name = f.name AND d.hash = f.hash WHERE f.name = ?");
        _current = session.Prepare("SELECT hash, at, file FROM in_force WHERE name = ?");
        _findVersion = session.Prepare("SELECT name, hash, text, file, at FROM definition WHERE name = ? AND hash = ?");
        _add = session.Prepare("INSERT INTO definition (name, hash, at, file, text) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
        _put = session.Prepare("INSERT INTO in_force (name, hash, at, file) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, at = excluded.at, file = excluded.file");
        _list = session.Prepare("SELECT name FROM in_force WHERE name <> ? ORDER BY name");
    }

    public Task<StoredText?> FindAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Read(_ => name == Policy ? InForce() : _find.Bind(1, name).First(Row)));
    }

    public Task<StoredText?> FindVersionAsync(string name, string hash, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Read(_ => _findVersion.Bind(1, name).Bind(2, hash).First(Row)));
    }

    public Task<StoredText> PutAsync(string name, string text, string file, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        cancellationToken.ThrowIfCancellationRequested();
        var hash = StoredText.HashOf(text);
        return Task.FromResult(_session.Change(() =>
        {
            if (_find.Bind(1, name).First(Row) is { } present && present.Hash == hash)
            {
                return present;
            }

            _ = _add.Bind(1, name).Bind(2, hash).Bind(3, at.UtcTicks).Bind(4, file).Bind(5, text).Run();
            _ = _put.Bind(1, name).Bind(2, hash).Bind(3, at.UtcTicks).Bind(4, file).Run();
            return new StoredText(name, hash, text, file, at);
        }, isTerms: true));
    }

    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<string>>(_session.Read(_ => _list.Bind(1, Policy).All(row => row.Text(0))));
    }

    private StoredText? InForce()
    {
        var known = _policy;
        return known is not null && _current.Bind(1, Policy).First(row => row.Text(0) == known.Hash && row.Long(1) == known.At.UtcTicks && row.Text(2) == known.File)
            ? known
            : _policy = _find.Bind(1, Policy).First(Row);
    }

    private static StoredText? Row(Statement row) =>
        new(row.Text(0), row.Text(1), row.Text(2), row.Text(3), new(row.Long(4), TimeSpan.Zero));
}
