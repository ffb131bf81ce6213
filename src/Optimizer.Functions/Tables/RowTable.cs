using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Optimizer.Functions.Blobs;

namespace Optimizer.Functions.Tables;

/// <summary>
/// Rows of text by partition and key: all that the stores need of Azure Table Storage. A text that is larger than a property may be lies in
/// a blob, and the row names it. Every answer is durable. An outage throws <see cref="RequestFailedException"/>, and the caller tries again.
/// </summary>
/// <remarks>Keys go in as they are: whoever makes one of a name uses <see cref="RowKeys"/>.</remarks>
internal sealed class RowTable(TableClient table, LargeTexts large)
{
    /// <summary>Changes that one batch may have; the service's limit.</summary>
    public const int MostChanges = 100;

    private const string TextName = "Text";
    private const string BlobName = "Blob";

    public async Task<StoredRow?> FindAsync(string partition, string key, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
        return found.HasValue ? await RowAsync(found.Value!, cancellationToken) : null;
    }

    /// <summary>Adds a row; false when there is one of its key.</summary>
    public Task<bool> TryAddAsync(string partition, string key, string text, CancellationToken cancellationToken) =>
        TryAsync(async () => await table.AddEntityAsync(await EntityAsync(partition, key, text, cancellationToken), cancellationToken));

    /// <summary>Writes another text into a row that was read; false when somebody else was quicker, or removed it.</summary>
    public Task<bool> TryReplaceAsync(StoredRow row, string text, CancellationToken cancellationToken) => TryAsync(async () =>
        await table.UpdateEntityAsync(await EntityAsync(row.Partition, row.Key, text, cancellationToken), row.Tag, TableUpdateMode.Replace, cancellationToken));

    /// <summary>Writes a row, whatever stood there.</summary>
    public async Task PutAsync(string partition, string key, string text, CancellationToken cancellationToken) =>
        await table.UpsertEntityAsync(await EntityAsync(partition, key, text, cancellationToken), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Removes a row; nothing when there is none.</summary>
    public async Task RemoveAsync(string partition, string key, CancellationToken cancellationToken) =>
        await table.DeleteEntityAsync(partition, key, ETag.All, cancellationToken);

    /// <summary>Writes rows of one partition, all or none; false when one was there already, or was changed since it was read.</summary>
    /// <exception cref="ArgumentException">More than <see cref="MostChanges"/>.</exception>
    public async Task<bool> TryWriteAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        if (changes.Count > MostChanges)
        {
            throw new ArgumentException($"{changes.Count} changes at once; at most {MostChanges}", nameof(changes));
        }

        var actions = new List<TableTransactionAction>(changes.Count);
        foreach (var change in changes)
        {
            var entity = await EntityAsync(partition, change.Key, change.Text, cancellationToken);
            actions.Add(change.Tag is { } tag ? new(TableTransactionActionType.UpdateReplace, entity, tag) : new(TableTransactionActionType.Add, entity));
        }

        return actions.Count == 0 || await TryAsync(() => table.SubmitTransactionAsync(actions, cancellationToken));
    }

    /// <summary>Rows of a partition, in the order of their keys.</summary>
    /// <param name="partition">Which one.</param>
    /// <param name="from">The first key, inclusive; null for the first there is.</param>
    /// <param name="until">Up to this key, exclusive; null for all.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async IAsyncEnumerable<StoredRow> ReadAsync(
        string partition, string? from, string? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}")
            + (from is null ? "" : " and " + TableClient.CreateQueryFilter($"RowKey ge {from}"))
            + (until is null ? "" : " and " + TableClient.CreateQueryFilter($"RowKey lt {until}"));
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return await RowAsync(entity, cancellationToken);
        }
    }

    private static async Task<bool> TryAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status is 404 or 409 or 412)
        {
            // Not there, there already, or changed meanwhile.
            return false;
        }
    }

    private async Task<TableEntity> EntityAsync(string partition, string key, string text, CancellationToken cancellationToken) =>
        LargeTexts.IsLarge(text)
            ? new(partition, key) { [BlobName] = await large.PutAsync(text, cancellationToken) }
            : new(partition, key) { [TextName] = text };

    private async Task<StoredRow> RowAsync(TableEntity entity, CancellationToken cancellationToken) => new(
        entity.PartitionKey, entity.RowKey,
        entity.GetString(BlobName) is { } blob ? await large.ReadAsync(blob, cancellationToken) : entity.GetString(TextName) ?? "", entity.ETag);
}
