using System.Runtime.CompilerServices;

namespace Optimizer.Functions.Tables.Kept;

/// <summary>Changes of one thing, numbered from 1; a key that was obeyed before changes nothing.</summary>
internal sealed class KeyedChanges(RowTable rows, Contest contest)
{
    private const string Changes = "change";

    /// <summary>Adds a change; the newest is read first.</summary>
    /// <param name="thing">Partition of its own.</param>
    /// <param name="key">Unique for this thing.</param>
    /// <param name="text">Of the change's number.</param>
    /// <param name="cancellationToken">Stops it before the change.</param>
    public async Task AddAsync(string thing, string key, string text, CancellationToken cancellationToken) => _ = await contest.RunAsync(thing, async () =>
    {
        var number = await NewestAsync(thing, cancellationToken) is { } newest ? NumberOf(newest) + 1 : 1;
        var own = RowKeys.Join("key", RowKeys.Hash(key));
        return await rows.FindAsync(thing, own, cancellationToken) is not null
            ? (true, false)
            : (await rows.TryWriteAsync(thing, [new(own, RowKeys.Of(number)), new(RowOf(number), text)], cancellationToken), true);
    }, cancellationToken);

    /// <summary>The last change; null when there is none.</summary>
    public async Task<StoredRow?> NewestAsync(string thing, CancellationToken cancellationToken)
    {
        await foreach (var row in ReadAsync(thing, null, cancellationToken))
        {
            return row;
        }

        return null;
    }

    /// <summary>Changes of lower numbers than one, newest first.</summary>
    public async IAsyncEnumerable<StoredRow> ReadAsync(string thing, long? before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (before <= 1)
        {
            yield break;
        }

        var from = before is { } number ? RowOf(number - 1) : RowKeys.Under(Changes);
        await foreach (var row in rows.ReadAsync(thing, from, RowKeys.After(RowKeys.Under(Changes)), cancellationToken))
        {
            yield return row;
        }
    }

    public static long NumberOf(StoredRow row) => long.MaxValue - long.Parse(row.Key.AsSpan(RowKeys.Under(Changes).Length), null);

    private static string RowOf(long number) => RowKeys.Join(Changes, RowKeys.Of(long.MaxValue - number));
}
