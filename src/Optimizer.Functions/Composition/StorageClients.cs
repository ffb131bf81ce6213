using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Optimizer.Functions.Settings;

namespace Optimizer.Functions.Composition;

/// <summary>The doors to the storage account.</summary>
/// <param name="Tables">Its tables.</param>
/// <param name="Blobs">Its blobs.</param>
internal sealed record StorageClients(TableServiceClient Tables, BlobServiceClient Blobs)
{
    public static StorageClients Open(StoragePlace place)
    {
        if (place.Connection is { } connection)
        {
            return new(new TableServiceClient(connection), new BlobServiceClient(connection));
        }

        // On Azure the app's own identity, and nothing else that may lie about: which of several is not left to chance.
        TokenCredential identity = place.ClientId is { } client
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client))
            : new DefaultAzureCredential();
        return new(
            new TableServiceClient(new Uri($"https://{place.Account}.table.core.windows.net"), identity),
            new BlobServiceClient(new Uri($"https://{place.Account}.blob.core.windows.net"), identity));
    }
}
