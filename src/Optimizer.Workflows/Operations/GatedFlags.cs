using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Operations;

/// <summary>Flags behind the gate.</summary>
internal sealed class GatedFlags(FreezeGate gate, IFeatureFlags inner) : IFeatureFlags
{
    public async Task PutAsync(FlagState flag, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        await gate.PassAsync($"flag {flag.Experiment}", cancellationToken);
        await inner.PutAsync(flag, at, key, cancellationToken);
    }

    public Task<FlagState?> FindAsync(string experiment, CancellationToken cancellationToken) => inner.FindAsync(experiment, cancellationToken);

    public async Task RemoveAsync(string experiment, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        await gate.PassAsync($"flag {experiment}", cancellationToken);
        await inner.RemoveAsync(experiment, at, key, cancellationToken);
    }
}
