using System.Text.Json;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>Answers to requests that carried an idempotency key.</summary>
internal sealed class SqliteAnswerStore : IAnswerStore
{
    private readonly RecordSession _session;
    private readonly Statement _find;
    private readonly Statement _add;
    private readonly Statement _forget;

    public SqliteAnswerStore(RecordSession session)
    {
        _session = session;
        _find = session.Prepare("SELECT request, status, headers, body, at FROM answer WHERE sender = ? AND key = ?");
        _add = session.Prepare("INSERT INTO answer (sender, key, at, request, status, headers, body) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
        _forget = session.Prepare("DELETE FROM answer WHERE at < ?");
    }

    public Task<KeptAnswer?> FindAsync(string sender, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Read(_ => _find.Bind(1, sender).Bind(2, key).First(Row)));
    }

    public Task PutAsync(string sender, string key, KeptAnswer answer, DateTimeOffset forget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        cancellationToken.ThrowIfCancellationRequested();
        _session.Change(() =>
        {
            _ = _forget.Bind(1, forget.UtcTicks).Run();
            return _add.Bind(1, sender).Bind(2, key).Bind(3, answer.At.UtcTicks).Bind(4, answer.Request).Bind(5, (long)answer.Status)
                .Bind(6, JsonSerializer.Serialize(answer.Headers)).Bind(7, answer.Body.Span).Run();
        });
        return Task.CompletedTask;
    }

    private static KeptAnswer? Row(Statement row) => new(
        row.Text(0), (int)row.Long(1), JsonSerializer.Deserialize<Dictionary<string, string>>(row.Text(2))!, row.Bytes(3), new(row.Long(4), TimeSpan.Zero));
}
