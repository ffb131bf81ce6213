using Azure.Storage.Blobs;

namespace Optimizer.Functions.Settings;

/// <summary>Where the storage is, and as whom it is opened: by identity, or by a connection string as Azurite has one.</summary>
/// <param name="Connection">A connection string; null for an account that is opened by identity.</param>
/// <param name="Account">Name of that account; null with a connection string.</param>
/// <param name="ClientId">The identity when the app has several; null for its own.</param>
internal sealed record StoragePlace(string? Connection, string? Account, string? ClientId)
{
    private const string Right = $"set {SettingNames.StorageAccount} to the name of the storage account (by identity), or {SettingNames.Storage} to UseDevelopmentStorage=true for Azurite";

    public static StoragePlace? Read(SettingReader reader)
    {
        if (reader.Has(SettingNames.StorageAccount))
        {
            var account = reader.As(SettingNames.StorageAccount, reader.Text(SettingNames.StorageAccount, Right), Name, "a storage account has 3 to 24 lower-case letters and digits");
            return account is null ? null : new(null, account, reader.Optional(SettingNames.StorageClient, "set the client id of the app's managed identity"));
        }

        var connection = reader.As(SettingNames.Storage, reader.Text(SettingNames.Storage, Right), String, Right);
        return connection is null ? null : new(connection, null, null);
    }

    private static string? Name(string text) => text.Length is >= 3 and <= 24 && text.All(each => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each)) ? text : null;

    // The client library is who reads it in the end.
    private static string? String(string text)
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

    /// <summary>Nothing of a connection string is shown.</summary>
    public override string ToString() => Account ?? "a connection string";
}
