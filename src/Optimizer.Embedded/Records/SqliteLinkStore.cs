using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>Used links in a table, forgotten long after they have expired.</summary>
internal sealed class SqliteLinkStore : ILinkStore
{
    private readonly RecordSession _session;
    private readonly Statement _use;
    private readonly Statement _find;
    private readonly Statement _forget;

    public SqliteLinkStore(RecordSession session)
    {
        _session = session;
        _use = session.Prepare("INSERT INTO used_link (nonce, approval, approve, comment, at, kept_until) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (nonce) DO NOTHING");
        _find = session.Prepare("SELECT nonce, approval, approve, comment, at FROM used_link WHERE nonce = ?");
        _forget = session.Prepare("DELETE FROM used_link WHERE kept_until < ?");
    }

    public Task<LinkUse> UseAsync(LinkUse use, DateTimeOffset keptUntil, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(use);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Change(() =>
        {
            _ = _forget.Bind(1, use.At.UtcTicks).Run();
            _ = _use.Bind(1, use.Nonce).Bind(2, use.Approval).Bind(3, use.Approve).Bind(4, use.Comment).Bind(5, use.At.UtcTicks)
                .Bind(6, keptUntil.UtcTicks).Run();
            return _find.Bind(1, use.Nonce).First(Row) ?? throw new InvalidOperationException($"link {use.Nonce} is used and is not");
        }));
    }

    public Task<LinkUse?> FindAsync(string nonce, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Read(_ => _find.Bind(1, nonce).First(Row)));
    }

    private static LinkUse? Row(Statement row) =>
        new(row.Text(0), row.Text(1), row.Flag(2), row.TextOrNull(3), new(row.Long(4), TimeSpan.Zero));
}
