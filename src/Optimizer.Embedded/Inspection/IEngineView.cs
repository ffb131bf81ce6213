using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Inspection;

/// <summary>What an engine's file holds, to look at: from the file itself, or from the engine that runs on it.</summary>
/// <remarks>Looking changes nothing. Every member throws <see cref="EngineViewException"/> when it cannot answer.</remarks>
public interface IEngineView : IAsyncDisposable
{
    /// <summary>The file, in full.</summary>
    string File { get; }

    /// <summary>One page of instances with what each waits for, in the order of their creation.</summary>
    Task<ListedPage> ListAsync(InstanceQuery query, CancellationToken cancellationToken = default);

    /// <summary>How an instance stands; null when there is none of this id.</summary>
    Task<InstanceStatus?> StatusAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>What happened to an instance; null when there is none of this id.</summary>
    Task<InstanceHistory?> HistoryAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>Children of an instance that are still kept, in the order of their creation; none when there is no such instance.</summary>
    Task<IReadOnlyList<InstanceStatus>> ChildrenAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>How the engine is doing; null when none runs on the file.</summary>
    Task<EngineHealth?> HealthAsync(CancellationToken cancellationToken = default);

    /// <summary>Copies everything, consistent, to a file that does not exist yet, given in full.</summary>
    Task BackupAsync(string file, CancellationToken cancellationToken = default);
}
