using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Optimizer.Functions.Composition;
using Optimizer.Functions.Tables;

namespace Optimizer.Functions.Hosts;

/// <summary>The table in which this host keeps what is about itself.</summary>
/// <param name="Rows">Its rows.</param>
internal sealed record HostRows(RowTable Rows)
{
    /// <summary>Opens it, and makes it when it is not there.</summary>
    public static async Task<HostRows> OpenAsync(StorageClients clients, string hub, CancellationToken cancellationToken)
    {
        TableClient table = clients.Tables.GetTableClient($"{hub}Host");
        await table.CreateIfNotExistsAsync(cancellationToken);
        BlobContainerClient large = clients.Blobs.GetBlobContainerClient($"{hub.ToLowerInvariant()}-large");
        await large.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        return new(new RowTable(table, new(large)));
    }
}
