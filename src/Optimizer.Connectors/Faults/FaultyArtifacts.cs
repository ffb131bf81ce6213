using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>A store of pages that fails by plan, before or after the page was written.</summary>
internal sealed class FaultyArtifacts(IArtifactStore store, FaultPlan plan) : IArtifactStore
{
    private const string Port = nameof(IArtifactStore);

    public Task WriteAsync(string path, string text, CancellationToken cancellationToken) =>
        plan.DoAsync(Port, $"write {path}", () => store.WriteAsync(path, text, cancellationToken));

    public Task<string?> ReadAsync(string path, CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, $"read {path}", () => store.ReadAsync(path, cancellationToken));

    public Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, $"list {folder}", () => store.ListAsync(folder, cancellationToken));
}
