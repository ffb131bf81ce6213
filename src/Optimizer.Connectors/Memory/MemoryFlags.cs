using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Memory;

/// <summary>Flags that divide nobody: what the loop would set, kept for a replay. A key that was obeyed before changes nothing.</summary>
public sealed class MemoryFlags : IFeatureFlags
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlagState> _flags = new(StringComparer.Ordinal);

    public Task PutAsync(FlagState flag, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(flag);
        return Change(key, () => _flags[flag.Experiment] = flag, cancellationToken);
    }

    public Task<FlagState?> FindAsync(string experiment, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult(_flags.GetValueOrDefault(experiment));
        }
    }

    public Task RemoveAsync(string experiment, DateTimeOffset at, string key, CancellationToken cancellationToken) =>
        Change(key, () => _flags.Remove(experiment), cancellationToken);

    private Task Change(string key, Action change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_keys.Add(key))
            {
                change();
            }
        }

        return Task.CompletedTask;
    }
}
