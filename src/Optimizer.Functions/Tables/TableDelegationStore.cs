using Optimizer.Domain.Approvals;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables;

/// <summary>Delegations, a row each; none is ever deleted.</summary>
internal sealed class TableDelegationStore(RowTable rows) : IDelegationStore
{
    private const string Partition = "delegations";

    public Task PutAsync(Delegation delegation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delegation);
        return rows.PutAsync(Partition, RowKeys.Of(delegation.Id), RowText.Of(delegation), cancellationToken);
    }

    public async Task<IReadOnlyList<Delegation>> ListAsync(CancellationToken cancellationToken)
    {
        var delegations = new List<Delegation>();
        await foreach (var row in rows.ReadAsync(Partition, null, null, cancellationToken))
        {
            delegations.Add(RowText.Read<Delegation>(row));
        }

        return [.. delegations.OrderBy(each => each.MadeAt).ThenBy(each => each.Id, StringComparer.Ordinal)];
    }
}
