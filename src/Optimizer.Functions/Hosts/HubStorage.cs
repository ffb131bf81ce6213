using Azure.Storage.Blobs;
using Optimizer.Functions.Composition;
using Optimizer.Functions.Tables;

namespace Optimizer.Functions.Hosts;

/// <summary>
/// Tables and containers of one task hub, made when they are not there. The hub's name is in each of theirs, so that two deployments in one
/// account never write into the same records.
/// </summary>
/// <param name="clients">The account.</param>
/// <param name="hub">The hub.</param>
internal sealed class HubStorage(StorageClients clients, string hub)
{
    /// <param name="name">What is in it, in letters.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RowTable> TableAsync(string name, CancellationToken cancellationToken)
    {
        var table = clients.Tables.GetTableClient(hub + name);
        await table.CreateIfNotExistsAsync(cancellationToken);
        return new(table, new(await ContainerAsync("large", cancellationToken)));
    }

    /// <param name="name">What is in it, in lower-case letters.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<BlobContainerClient> ContainerAsync(string name, CancellationToken cancellationToken)
    {
        var container = clients.Blobs.GetBlobContainerClient($"{hub.ToLowerInvariant()}-{name}");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        return container;
    }
}
