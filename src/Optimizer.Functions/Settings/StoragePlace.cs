using Azure.Storage.Blobs;

namespace Optimizer.Functions.Settings;

/// <summary>Where the records are kept, and as whom they are opened: by identity, or by a connection string as Azurite has one.</summary>
/// <param name="Connection">A connection string; null for an account that is opened by identity.</param>
/// <param name="Tables">Address of that account's tables; null with a connection string.</param>
/// <param name="Blobs">Address of its blobs; likewise.</param>
/// <param name="ClientId">The identity when the app has several; null for its own.</param>
internal sealed record StoragePlace(string? Connection, Uri? Tables, Uri? Blobs, string? ClientId)
{
    private const string Right = $"set {SettingNames.StorageTables} and {SettingNames.StorageBlobs} to the addresses of the account (by identity), or {SettingNames.Storage} to UseDevelopmentStorage=true for Azurite";
    private const string AddressRight = "set an address such as https://ACCOUNT.table.core.windows.net";

    public static StoragePlace? Read(SettingReader reader)
    {
        if (reader.Has(SettingNames.StorageTables) || reader.Has(SettingNames.StorageBlobs))
        {
            var (tables, blobs) = (Address(reader, SettingNames.StorageTables), Address(reader, SettingNames.StorageBlobs));
            var client = reader.Optional(SettingNames.StorageClient, "set the client id of the app's managed identity");
            return tables is null || blobs is null ? null : new(null, tables, blobs, client);
        }

        var connection = reader.As(SettingNames.Storage, reader.Text(SettingNames.Storage, Right), Usable, Right);
        return connection is null ? null : new(connection, null, null, null);
    }

    /// <summary>Nothing of a connection string is shown.</summary>
    public override string ToString() => Tables?.Host ?? "a connection string";

    private static Uri? Address(SettingReader reader, string name) => reader.As(
        name, reader.Text(name, AddressRight), text => Uri.TryCreate(text, UriKind.Absolute, out var read) && read.Scheme == "https" && read.Query.Length == 0 ? read : null, AddressRight);

    // The client library is who reads it in the end.
    private static string? Usable(string text)
    {
        try
        {
            _ = new BlobServiceClient(text);
            return text;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
