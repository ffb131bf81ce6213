using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Blobs;

/// <summary>The pages, a blob each, named by its path.</summary>
internal sealed class BlobArtifactStore(BlobContainerClient container) : IArtifactStore
{
    /// <inheritdoc />
    /// <exception cref="ArgumentException">The path leads out of the store's folder, or is no path.</exception>
    public async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArtifactPath.MustBeInside(path);
        var options = new BlobUploadOptions { HttpHeaders = new() { ContentType = "text/plain; charset=utf-8" } };
        await container.GetBlobClient(path).UploadAsync(BinaryData.FromString(text), options, cancellationToken);
    }

    public async Task<string?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        // In an address two dots lead out of the container.
        if (!ArtifactPath.IsInside(path))
        {
            return null;
        }

        try
        {
            var read = await container.GetBlobClient(path).DownloadContentAsync(cancellationToken);
            return read.Value.Content.ToString();
        }
        catch (RequestFailedException absent) when (absent.ErrorCode == "BlobNotFound")
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var prefix = folder.Trim('/') is { Length: > 0 } inside ? inside + "/" : "";
        var paths = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
        {
            paths.Add(blob.Name);
        }

        return [.. paths.Order(StringComparer.Ordinal)];
    }
}
