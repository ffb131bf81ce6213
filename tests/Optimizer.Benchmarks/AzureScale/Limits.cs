namespace Optimizer.Benchmarks.AzureScale;

/// <summary>Documented scalability targets of Azure Storage, and the design's own; each is said on the page with where it is from.</summary>
internal static class Limits
{
    /// <summary>Requests a second of a standard account, in every region, of entities and messages of 1 KiB.</summary>
    public const double AccountRequests = 20_000;

    /// <summary>Entities of 1 KiB a second of a table's partition.</summary>
    public const double PartitionEntities = 2_000;

    /// <summary>Messages of 1 KiB a second of a queue, at best; a quarter of it is taken for the worst.</summary>
    public const double QueueMessages = 2_000;

    public const double WorstQueueMessages = QueueMessages / 4;

    public const int UsualControlQueues = 4;

    public const int MostControlQueues = 16;

    /// <summary>Rows of a record of the trail: itself, its key, up to three marks. The head is one more a batch.</summary>
    public const double RowsPerRecord = 5;

    /// <summary>Appends a second when every one is a batch of its own and takes 30 ms, there and back.</summary>
    public const double LoneAppends = 1 / 0.03;
}
