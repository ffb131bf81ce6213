using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>Flags that fail by plan, before or after they were set.</summary>
internal sealed class FaultyFlags(IFeatureFlags flags, FaultPlan plan) : IFeatureFlags
{
    private const string Port = nameof(IFeatureFlags);

    public Task PutAsync(FlagState flag, DateTimeOffset at, string key, CancellationToken cancellationToken) =>
        plan.DoAsync(Port, $"put {key}", () => flags.PutAsync(flag, at, key, cancellationToken));

    public Task<FlagState?> FindAsync(string experiment, CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, $"find {experiment}", () => flags.FindAsync(experiment, cancellationToken));

    public Task RemoveAsync(string experiment, DateTimeOffset at, string key, CancellationToken cancellationToken) =>
        plan.DoAsync(Port, $"remove {key}", () => flags.RemoveAsync(experiment, at, key, cancellationToken));
}
