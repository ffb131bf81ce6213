using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;

namespace Optimizer.Functions.Blobs;

/// <summary>
/// Texts too large for a table's property, as blobs named by their hash: written before the row that names them, the same text again is the
/// same blob, and one that no row names any more harms nobody.
/// </summary>
internal sealed class LargeTexts(BlobContainerClient container)
{
    // A property holds 64 KiB of UTF-16.
    private const int MostCharacters = 30 * 1024;

    public static bool IsLarge(string text) => text.Length > MostCharacters;

    /// <summary>Writes it and gives its name.</summary>
    public async Task<string> PutAsync(string text, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        try
        {
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(bytes), overwrite: false, cancellationToken);
        }
        catch (RequestFailedException there) when (there.ErrorCode == "BlobAlreadyExists" || there.Status == 412)
        {
            // The same text already.
        }

        return name;
    }

    public async Task<string> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var read = await container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
        return Encoding.UTF8.GetString(read.Value.Content);
    }
}
