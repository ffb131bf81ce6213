using System.Runtime.CompilerServices;
using Optimizer.Workflows.Notices;

namespace Optimizer.Functions.Tables.Notices;

/// <summary>Where the rows of the outbox are: all in one partition, so that any of them change together.</summary>
internal sealed class OutboxRows(RowTable rows)
{
    public const string Head = "head";

    private const string Partition = "outbox";
    private const string Parcels = "parcel";

    public static string Key(string key) => RowKeys.Join("key", RowKeys.Hash(key));

    public static string Message(string sink, string about) => RowKeys.Join("message", RowKeys.Hash(sink), RowKeys.Hash(about));

    /// <summary>Beside the message while its object may still change.</summary>
    public static string OpenMessage(string sink, string about) => RowKeys.Join(OpenMessages(sink), RowKeys.Hash(about));

    public static string About(string about) => RowKeys.Join("about", RowKeys.Hash(about));

    /// <summary>The newest comes first.</summary>
    public static string Parcel(long number) => RowKeys.Join(Parcels, RowKeys.Of(long.MaxValue - number));

    /// <summary>In the order in which a sink's parcels are due.</summary>
    public static string Waiting(string sink, DateTimeOffset due, long number) => RowKeys.Join(Queue(sink), RowKeys.Of(due.UtcTicks), RowKeys.Of(number));

    public Task<StoredRow?> FindAsync(string key, CancellationToken cancellationToken) => rows.FindAsync(Partition, key, cancellationToken);

    public Task<bool> TryWriteAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellationToken) => rows.TryWriteAsync(Partition, changes, cancellationToken);

    /// <summary>Parcels of lower numbers than one, newest first.</summary>
    public async IAsyncEnumerable<Parcel> ParcelsAsync(long? before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = before is { } number ? Parcel(number - 1) : RowKeys.Under(Parcels);
        if (before <= 0)
        {
            yield break;
        }

        await foreach (var row in rows.ReadAsync(Partition, from, RowKeys.After(RowKeys.Under(Parcels)), cancellationToken))
        {
            yield return row.Read<Parcel>();
        }
    }

    /// <summary>A sink's waiting parcels, those due first at the front.</summary>
    /// <param name="sink">Its name.</param>
    /// <param name="since">Due then or later.</param>
    /// <param name="until">Due then or earlier; null for all.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async IAsyncEnumerable<WaitingRow> WaitingAsync(
        string sink, DateTimeOffset since, DateTimeOffset? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var queue = Queue(sink);
        var end = until is { } last ? RowKeys.Join(queue, RowKeys.Of(last.UtcTicks + 1)) : RowKeys.After(RowKeys.Under(queue));
        await foreach (var row in rows.ReadAsync(Partition, RowKeys.Join(queue, RowKeys.Of(since.UtcTicks)), end, cancellationToken))
        {
            yield return row.Read<WaitingRow>();
        }
    }

    /// <summary>A sink's messages whose objects may still change.</summary>
    public async IAsyncEnumerable<KeptMessage> OpenMessagesAsync(string sink, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var open = OpenMessages(sink);
        await foreach (var row in rows.ReadAsync(Partition, RowKeys.Under(open), RowKeys.After(RowKeys.Under(open)), cancellationToken))
        {
            yield return row.Read<KeptMessage>();
        }
    }

    private static string OpenMessages(string sink) => RowKeys.Join("message-open", RowKeys.Hash(sink));

    private static string Queue(string sink) => RowKeys.Join("waiting", RowKeys.Hash(sink));
}
