using System.Globalization;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>
/// Tasks that Optimizer keeps itself: one per fingerprint (S2-044). What is found again after its task was closed opens that task
/// again; a key that was obeyed before changes nothing.
/// </summary>
internal sealed class SqliteIssueTracker : IIssueTracker, IPlayTasks
{
    private const string Columns = "number, fingerprint, title, text, closed_at, closed_by";
    private const string Prefix = "task-";

    private readonly RecordSession _session;
    private readonly Statement _byFingerprint;
    private readonly Statement _byNumber;
    private readonly Statement _insert;
    private readonly Statement _addKey;
    private readonly Statement _reopen;
    private readonly Statement _close;
    private readonly Statement _list;

    public SqliteIssueTracker(RecordSession session)
    {
        _session = session;
        _byFingerprint = session.Prepare("SELECT number FROM task WHERE fingerprint = ?");
        _byNumber = session.Prepare($"SELECT {Columns} FROM task WHERE number = ?");
        _insert = session.Prepare("INSERT INTO task (fingerprint, title, text) VALUES (?, ?, ?) ON CONFLICT (fingerprint) DO NOTHING");
        _addKey = session.Prepare("INSERT INTO task_key VALUES (?) ON CONFLICT DO NOTHING");
        _reopen = session.Prepare("UPDATE task SET title = ?2, text = ?3, closed_at = NULL, closed_by = NULL WHERE number = ?1 AND closed_at IS NOT NULL");
        _close = session.Prepare("UPDATE task SET closed_at = ?2, closed_by = ?3 WHERE number = ?1 AND closed_at IS NULL");
        _list = session.Prepare($"SELECT {Columns} FROM task WHERE ?1 OR closed_at IS NULL ORDER BY number");
    }

    public Task<string> OpenAsync(string fingerprint, string title, string text, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Prefix + Text(_session.Change(() =>
        {
            var isNewKey = _addKey.Bind(1, key).Run() == 1;
            _ = _insert.Bind(1, fingerprint).Bind(2, title).Bind(3, text).Run();
            var number = _byFingerprint.Bind(1, fingerprint).First(row => row.Long(0));
            if (isNewKey)
            {
                _ = _reopen.Bind(1, number).Bind(2, title).Bind(3, text).Run();
            }

            return number;
        })));
    }

    public Task<IReadOnlyList<PlayTask>> ListAsync(bool alsoClosed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<PlayTask>>(_session.Read(_ => _list.Bind(1, alsoClosed).All(Row)));
    }

    public Task<PlayTask?> CloseAsync(string id, string by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(by);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(
            id.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(id.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? _session.Change(() =>
                {
                    _ = _close.Bind(1, number).Bind(2, at.UtcTicks).Bind(3, by).Run();
                    return _byNumber.Bind(1, number).First(Row);
                })
                : null);
    }

    private static PlayTask Row(Statement row) => new(Prefix + Text(row.Long(0)), row.Text(1), row.Text(2), row.Text(3))
    {
        ClosedAt = row.LongOrNull(4) is { } ticks ? new(ticks, TimeSpan.Zero) : null,
        ClosedBy = row.TextOrNull(5),
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
