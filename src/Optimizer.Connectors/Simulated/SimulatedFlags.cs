using System.Collections.Concurrent;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Simulated;

/// <summary>Flags of the market. A flag put by a key that was obeyed before changes nothing.</summary>
internal sealed class SimulatedFlags(SimulatedMarket market) : IFeatureFlags
{
    // Which play an experiment belongs to: Remove and Find are told the experiment only.
    private readonly ConcurrentDictionary<string, string> _plays = new(StringComparer.Ordinal);

    public Task PutAsync(FlagState flag, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (flag.Weights.Count != flag.Settings.Count || flag.Weights.Count < 2 || Math.Abs(flag.Weights.Sum() - 1) > 1e-6 || flag.Weights.Any(weight => weight < 0))
        {
            throw new ArgumentException(
                $"flag {flag.Experiment} has weights [{string.Join(", ", flag.Weights)}] for {flag.Settings.Count} settings: one weight each, at least two, summing to 1", nameof(flag));
        }

        _plays[flag.Experiment] = flag.Play;
        market.Change(flag.Play, new Timeline.Change.Put(at, flag), key);
        return Task.CompletedTask;
    }

    public Task<FlagState?> FindAsync(string experiment, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_plays.TryGetValue(experiment, out var slug))
        {
            return Task.FromResult<FlagState?>(null);
        }

        var play = market.Of(slug);
        lock (play)
        {
            return Task.FromResult(play.Timeline.Now.Flag(experiment));
        }
    }

    public Task RemoveAsync(string experiment, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_plays.TryGetValue(experiment, out var slug))
        {
            market.Change(slug, new Timeline.Change.Removed(at, experiment), key);
        }

        return Task.CompletedTask;
    }
}
