namespace Optimizer.Benchmarks.AzureScale;

/// <summary>The busiest minute of a day, when all plays look at once.</summary>
/// <param name="Load">Of the workflows.</param>
/// <param name="Records">Of the audit trail.</param>
internal readonly record struct Burst(Load Load, double Records)
{
    public static Burst operator *(double factor, Burst burst) => new(factor * burst.Load, factor * burst.Records);

    /// <summary>Seconds until it is worked off by what limits it most, at best and at worst.</summary>
    /// <param name="controlQueues">Partitions of the task hub.</param>
    public IReadOnlyList<Drain> Drains(int controlQueues) =>
    [
        new("control queues", Load.Control / (controlQueues * Limits.QueueMessages), Load.Control / (controlQueues * Limits.WorstQueueMessages)),
        new("queue of work items", Load.Work / Limits.QueueMessages, Load.Work / Limits.WorstQueueMessages),
        // At worst it counts the rows that a request brings.
        new("account", Load.Requests / Limits.AccountRequests, (Load.Queue + Load.Blob + Load.Read + Load.Written) / Limits.AccountRequests),
        new("partition of the audit trail", Records * Limits.RowsPerRecord / Limits.PartitionEntities, Records / Limits.LoneAppends),
    ];
}
