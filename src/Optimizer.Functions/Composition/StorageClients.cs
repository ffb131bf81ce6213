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

        var identity = Identity(place.ClientId);
        return new(new TableServiceClient(place.Tables, identity), new BlobServiceClient(place.Blobs, identity));
    }

    /// <summary>Who this host is on Azure: the identity that the settings name, and nothing else that may lie about.</summary>
    public static TokenCredential Identity(string? clientId) => clientId is null
        ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
}
