using System.Collections.Concurrent;
using Optimizer.Functions.Durable;

namespace Optimizer.Functions.Tests.Durable;

/// <summary>Keys of signals in memory.</summary>
internal sealed class MemorySignalKeys : ISignalKeys
{
    private readonly ConcurrentDictionary<(string, string), bool> _known = new();

    public Task<bool> IsKnownAsync(string instanceId, string key, CancellationToken cancellationToken) =>
        Task.FromResult(_known.ContainsKey((instanceId, key)));

    public Task AddAsync(string instanceId, string key, CancellationToken cancellationToken) =>
        Task.FromResult(_known.TryAdd((instanceId, key), true));

    public void Clear() => _known.Clear();
}
