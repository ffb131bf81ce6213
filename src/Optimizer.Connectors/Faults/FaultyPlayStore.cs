using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>A store of definitions that fails by plan.</summary>
internal sealed class FaultyPlayStore(IPlayStore store, FaultPlan plan) : IPlayStore
{
    private const string Port = nameof(IPlayStore);

    public Task<StoredText?> FindAsync(string name, CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, $"find {name}", () => store.FindAsync(name, cancellationToken));

    public Task<StoredText?> FindVersionAsync(string name, string hash, CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, $"find {name} {hash}", () => store.FindVersionAsync(name, hash, cancellationToken));

    public Task<StoredText> PutAsync(string name, string text, string file, DateTimeOffset at, CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, $"put {name}", () => store.PutAsync(name, text, file, at, cancellationToken));

    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, "list", () => store.ListAsync(cancellationToken));
}
