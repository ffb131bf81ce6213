using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Optimizer.Functions.Tables.Ledger;

namespace Optimizer.Functions.Blobs;

/// <summary>
/// The logs of experiments as append blobs. A block is appended at the place where the one before it ends, or not at all: of two writers the
/// service takes one, and what was appended never changes.
/// </summary>
internal sealed class LedgerLog(BlobContainerClient container)
{
    /// <summary>Bytes that a block may have; the service's limit.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Appends at a place; false when it is taken.</summary>
    public async Task<bool> TryAppendAsync(string log, LogPlace place, string text, CancellationToken cancellationToken)
    {
        var blob = Blob(log, place.Segment);
        if (place.Position == 0)
        {
            _ = await blob.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        try
        {
            using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
            _ = await blob.AppendBlockAsync(bytes, new AppendBlobAppendBlockOptions { Conditions = new() { IfAppendPositionEqual = place.Position } }, cancellationToken);
            return true;
        }
        catch (RequestFailedException taken) when (taken.ErrorCode == BlobErrorCode.AppendPositionConditionNotMet)
        {
            return false;
        }
    }

    /// <summary>The block at a place; null when nothing stands there yet.</summary>
    public async Task<LedgerBlock?> FindAsync(string log, LogPlace place, CancellationToken cancellationToken)
    {
        if (await LengthAsync(log, place.Segment, cancellationToken) <= place.Position)
        {
            return null;
        }

        using var lines = await OpenAsync(log, place.Segment, place.Position, MostBytes, cancellationToken);
        return await LedgerBlock.ReadAsync(lines, cancellationToken);
    }

    /// <summary>Lines of a blob from its beginning.</summary>
    /// <param name="log">Of which experiment.</param>
    /// <param name="segment">Which blob of it.</param>
    /// <param name="until">Up to this byte; null for all there is now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<TextReader> ReadAsync(string log, int segment, long? until, CancellationToken cancellationToken)
    {
        var length = until ?? await LengthAsync(log, segment, cancellationToken);
        return length == 0 ? TextReader.Null : await OpenAsync(log, segment, 0, length, cancellationToken);
    }

    private async Task<long> LengthAsync(string log, int segment, CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob(log, segment).GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ContentLength;
        }
        catch (RequestFailedException absent) when (absent.Status == 404 && absent.ErrorCode != BlobErrorCode.ContainerNotFound)
        {
            return 0;
        }
    }

    private async Task<StreamReader> OpenAsync(string log, int segment, long from, long length, CancellationToken cancellationToken)
    {
        var read = await Blob(log, segment).DownloadStreamingAsync(new BlobDownloadOptions { Range = new(from, length) }, cancellationToken);
        return new(read.Value.Content, Encoding.UTF8);
    }

    private AppendBlobClient Blob(string log, int segment) => container.GetAppendBlobClient(FormattableString.Invariant($"{log}/{segment:d6}.jsonl"));
}
