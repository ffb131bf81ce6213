using Optimizer.Domain.Approvals;
using Optimizer.Domain.Identity;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>Visits in a table, a row per person.</summary>
internal sealed class SqliteVisitStore : IVisitStore
{
    private readonly RecordSession _session;
    private readonly Statement _find;
    private readonly Statement _put;

    public SqliteVisitStore(RecordSession session)
    {
        _session = session;
        _find = session.Prepare("SELECT text FROM visit WHERE name = ?");
        _put = session.Prepare("INSERT INTO visit (name, text) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET text = excluded.text");
    }

    public Task<Visit> SeenAsync(string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        cancellationToken.ThrowIfCancellationRequested();

        // Most looks change nothing: those do not wait for the disk.
        var last = _session.Read(_ => Find(name));
        return last is not null && Visit.Of(last, name, now) == last ? Task.FromResult(last) : Task.FromResult(_session.Change(() =>
        {
            var visit = Visit.Of(Find(name), name, now);
            _ = _put.Bind(1, visit.Name).Bind(2, Payload.Of(visit).ToString()).Run();
            return visit;
        }));
    }

    private Visit? Find(string name) => _find.Bind(1, People.Key(name)).First(row => new Payload(row.Bytes(0)).ReadAs<Visit>("a visit", name));
}
