using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>Delegations in a table; none is ever deleted.</summary>
internal sealed class SqliteDelegationStore : IDelegationStore
{
    private const string Columns = "id, by_name, to_name, seat, from_at, until_at, made_at, revoked_at";

    private readonly RecordSession _session;
    private readonly Statement _put;
    private readonly Statement _list;

    public SqliteDelegationStore(RecordSession session)
    {
        _session = session;
        _put = session.Prepare($"INSERT OR REPLACE INTO delegation ({Columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        _list = session.Prepare($"SELECT {Columns} FROM delegation ORDER BY made_at, id");
    }

    public Task PutAsync(Delegation delegation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delegation);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Change(() => _put.Bind(1, delegation.Id).Bind(2, delegation.By).Bind(3, delegation.To)
            .Bind(4, delegation.Seat.ToString()).Bind(5, delegation.From.UtcTicks).Bind(6, delegation.Until.UtcTicks)
            .Bind(7, delegation.MadeAt.UtcTicks).Bind(8, delegation.RevokedAt?.UtcTicks).Run()));
    }

    public Task<IReadOnlyList<Delegation>> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<Delegation>>(_session.Read(_ => _list.All(row => new Delegation(
            row.Text(0), row.Text(1), row.Text(2), Enum.Parse<Seat>(row.Text(3)), Time(row.Long(4)), Time(row.Long(5)), Time(row.Long(6)),
            row.LongOrNull(7) is { } revoked ? Time(revoked) : null))));
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
