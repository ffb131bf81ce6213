namespace Optimizer.Benchmarks.AzureScale;

/// <summary>What one play makes of a day, on average.</summary>
/// <param name="Load">Of the workflows.</param>
/// <param name="Records">Of the audit trail.</param>
/// <param name="Calls">Of the host's own records: plays, register, flags, pages and the like, one request each; appends are <paramref name="Appends"/>.</param>
/// <param name="Appends">To the audit trail.</param>
internal readonly record struct Day(Load Load, double Records, double Calls, double Appends)
{
    /// <summary>An append looks at the head and writes a batch.</summary>
    private const int RequestsPerAppend = 2;

    /// <summary>To storage, of the workflows and of the records.</summary>
    public double Requests => Load.Requests + Calls + (RequestsPerAppend * Appends);

    public static Day operator *(double factor, Day day) => new(factor * day.Load, factor * day.Records, factor * day.Calls, factor * day.Appends);
}
