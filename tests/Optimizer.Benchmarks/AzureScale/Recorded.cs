using Optimizer.Embedded.History;

namespace Optimizer.Benchmarks.AzureScale;

/// <summary>Where one instance stands while its history is counted.</summary>
/// <param name="workflow">Its workflow's name.</param>
internal sealed class Recorded(string workflow)
{
    public string Workflow { get; } = workflow;

    /// <summary>Rows of this generation so far.</summary>
    public long Rows { get; set; }

    /// <summary>Whether the turn that ends the generation was told something that was kept.</summary>
    public bool HasHeard { get; set; }

    /// <summary>Steps whose due time has not come.</summary>
    public HashSet<int> Timers { get; } = [];

    /// <summary>Signals and answers by the sequence of their record, until a turn is told them.</summary>
    public Dictionary<long, Message> Untold { get; } = [];
}
