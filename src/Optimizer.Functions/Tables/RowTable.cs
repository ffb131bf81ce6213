using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Optimizer.Functions.Blobs;

namespace Optimizer.Functions.Tables;

/// <summary>
/// Rows of text by partition and key: all that the stores need of Azure Table Storage. A text that is larger than a property may be lies in
/// a blob, and the row names it. Every answer is durable. An outage throws <see cref="RequestFailedException"/>, and the caller tries again.
/// </summary>
/// <remarks>
/// Keys go in as they are: whoever makes one of a name uses <see cref="RowKeys"/>. Every conditional write carries an id of its own: when the
/// answer to it was lost and the client sent it again, the refusal of the second is not taken for somebody else's write.
/// </remarks>
internal sealed class RowTable(TableClient table, LargeTexts large)
{
    /// <summary>Changes that one batch may have; the service's limit.</summary>
    public const int MostChanges = 100;

    /// <summary>Characters that one batch may have: the service takes 4 MiB, and JSON writes up to six bytes for one of them.</summary>
    public const int MostCharacters = 600_000;

    private const string TextName = "Text";
    private const string BlobName = "Blob";
    private const string WriteName = "Write";

    public async Task<StoredRow?> FindAsync(string partition, string key, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
        return found.HasValue ? await RowAsync(found.Value!, cancellationToken) : null;
    }

    /// <summary>Adds a row; false when there is one of its key.</summary>
    public async Task<bool> TryAddAsync(string partition, string key, string text, CancellationToken cancellationToken)
    {
        var (write, entity) = Marked(await EntityAsync(partition, key, text, cancellationToken));
        return await TryAsync(() => table.AddEntityAsync(entity, cancellationToken), partition, key, write, cancellationToken);
    }

    /// <summary>Writes another text into a row that was read; false when somebody else was quicker, or removed it.</summary>
    public async Task<bool> TryReplaceAsync(StoredRow row, string text, CancellationToken cancellationToken)
    {
        var (write, entity) = Marked(await EntityAsync(row.Partition, row.Key, text, cancellationToken));
        return await TryAsync(
            () => table.UpdateEntityAsync(entity, row.Tag, TableUpdateMode.Replace, cancellationToken), row.Partition, row.Key, write, cancellationToken);
    }

    /// <summary>Writes a row, whatever stood there.</summary>
    public async Task PutAsync(string partition, string key, string text, CancellationToken cancellationToken) =>
        await table.UpsertEntityAsync(await EntityAsync(partition, key, text, cancellationToken), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Removes a row; nothing when there is none.</summary>
    public async Task RemoveAsync(string partition, string key, CancellationToken cancellationToken) =>
        await table.DeleteEntityAsync(partition, key, ETag.All, cancellationToken);

    /// <summary>Writes rows of one partition, all or none; false when one was there already, or was changed or removed since it was read.</summary>
    /// <exception cref="ArgumentException">More than <see cref="MostChanges"/> or <see cref="MostCharacters"/>.</exception>
    public async Task<bool> TryWriteAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        var characters = changes.Sum(Characters);
        if (changes.Count > MostChanges || characters > MostCharacters)
        {
            throw new ArgumentException($"{changes.Count} changes of {characters} characters at once; at most {MostChanges} of {MostCharacters}", nameof(changes));
        }

        var write = NewWrite();
        var actions = new List<TableTransactionAction>(changes.Count);
        foreach (var change in changes)
        {
            actions.Add(await ActionAsync(partition, change, write, cancellationToken));
        }

        // A new row is the least likely to have been written again meanwhile.
        var sign = changes.FirstOrDefault(change => change.Tag is null) ?? changes.FirstOrDefault(change => change.Text is not null);
        return actions.Count == 0
            || await TryAsync(() => table.SubmitTransactionAsync(actions, cancellationToken), partition, sign?.Key, write, cancellationToken);
    }

    /// <summary>What a change counts against <see cref="MostCharacters"/>.</summary>
    public static int Characters(RowChange change) => change.Text is { } text && !LargeTexts.IsLarge(text) ? text.Length : 0;

    /// <summary>Rows of a partition whose keys begin so, in the order of their keys.</summary>
    public IAsyncEnumerable<StoredRow> ReadAsync(string partition, string prefix, CancellationToken cancellationToken) =>
        ReadAsync(partition, prefix, RowKeys.After(prefix), cancellationToken);

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

    private async Task<bool> TryAsync(Func<Task> send, string partition, string? key, string write, CancellationToken cancellationToken)
    {
        try
        {
            await send();
            return true;
        }
        catch (RequestFailedException refused) when (refused is { Status: 404 or 409 or 412, ErrorCode: not ("TableNotFound" or "TableBeingDeleted") })
        {
            // Not there, there already, or changed meanwhile; unless it was this very write that did it.
            return key is not null
                && await table.GetEntityIfExistsAsync<TableEntity>(partition, key, [WriteName], cancellationToken) is { HasValue: true } there
                && there.Value!.GetString(WriteName) == write;
        }
    }

    private async Task<TableTransactionAction> ActionAsync(string partition, RowChange change, string write, CancellationToken cancellationToken)
    {
        if (change.Text is not { } text)
        {
            return new(TableTransactionActionType.Delete, new TableEntity(partition, change.Key), change.Tag ?? throw new ArgumentException($"{change.Key} is to be removed and must not be there"));
        }

        var entity = await EntityAsync(partition, change.Key, text, cancellationToken);
        entity[WriteName] = write;
        return change.Tag is { } tag ? new(TableTransactionActionType.UpdateReplace, entity, tag) : new(TableTransactionActionType.Add, entity);
    }

    private static string NewWrite() => Guid.NewGuid().ToString("n");

    private static (string Write, TableEntity Entity) Marked(TableEntity entity)
    {
        var write = NewWrite();
        entity[WriteName] = write;
        return (write, entity);
    }

    private async Task<TableEntity> EntityAsync(string partition, string key, string text, CancellationToken cancellationToken) =>
        LargeTexts.IsLarge(text)
            ? new(partition, key) { [BlobName] = await large.PutAsync(text, cancellationToken) }
            : new(partition, key) { [TextName] = text };

    private async Task<StoredRow> RowAsync(TableEntity entity, CancellationToken cancellationToken) => new(
        entity.PartitionKey, entity.RowKey,
        entity.GetString(BlobName) is { } blob ? await large.ReadAsync(blob, cancellationToken) : entity.GetString(TextName) ?? "", entity.ETag);
}
