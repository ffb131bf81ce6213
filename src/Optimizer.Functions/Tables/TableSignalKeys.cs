using Optimizer.Functions.Durable;

namespace Optimizer.Functions.Tables;

/// <summary>Keys of signals, a partition for each instance.</summary>
internal sealed class TableSignalKeys(RowTable rows) : ISignalKeys
{
    public async Task<bool> IsKnownAsync(string instanceId, string key, CancellationToken cancellationToken) =>
        await rows.FindAsync(Partition(instanceId), RowKeys.Hash(key), cancellationToken) is not null;

    public Task AddAsync(string instanceId, string key, CancellationToken cancellationToken) =>
        rows.PutAsync(Partition(instanceId), RowKeys.Hash(key), key, cancellationToken);

    private static string Partition(string instanceId) => RowKeys.Join("signals", RowKeys.Of(instanceId));
}
