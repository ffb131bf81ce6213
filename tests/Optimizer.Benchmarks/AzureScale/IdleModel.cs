namespace Optimizer.Benchmarks.AzureScale;

/// <summary>What an instance of the app asks while it runs and there is nothing to do: measured on Azurite, four control queues, 120 seconds.</summary>
internal static class IdleModel
{
    private const double PerHour = 3_600.0 / 120;

    /// <summary>Of each queue, the one of work items included: as often as host.json lets it wait at most. At 30 seconds, 4 were measured.</summary>
    public const double Polls = 3_600 / 10.0;

    /// <summary>The table of partitions is read.</summary>
    public const double PartitionReads = 12 * PerHour;

    /// <summary>Each partition's lease is renewed.</summary>
    public const double PartitionRenewals = 12 * PerHour;

    /// <summary>The app's lease is renewed.</summary>
    public const double LeaseRenewals = 5 * PerHour;

    /// <param name="controlQueues">That it holds.</param>
    public static double RequestsAnHour(int controlQueues) =>
        ((controlQueues + 1) * Polls) + PartitionReads + (controlQueues * PartitionRenewals) + LeaseRenewals;
}
