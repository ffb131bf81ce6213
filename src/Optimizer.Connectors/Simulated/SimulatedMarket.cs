using System.Collections.Concurrent;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Simulated;

/// <summary>
/// A world for plays to work in, whose truth is known. Everything follows from the seed, the play, the day and what was done to the
/// market, never from the order or number of reads, so that a loop that crashed and reads again meets the same world. Figures of a
/// KPI come from the same units that experiments divide. Thread-safe; plays do not touch each other.
/// </summary>
public sealed class SimulatedMarket
{
    private readonly MarketOptions _options;
    private readonly ConcurrentDictionary<string, SimulatedPlay> _plays = new(StringComparer.Ordinal);

    private SimulatedMarket(MarketOptions options)
    {
        _options = options;
        Kpis = new SimulatedKpis(this);
        Exposures = new SimulatedExposures(this);
        Flags = new SimulatedFlags(this);
        Channel = new SimulatedChannel(this);
        Truth = new(this);
    }

    public IKpiSource Kpis { get; }

    public IExposureSource Exposures { get; }

    public IFeatureFlags Flags { get; }

    public IVariableChannel Channel { get; }

    /// <summary>For tests and benchmarks only: no part of a loop may see it.</summary>
    public MarketTruth Truth { get; }

    /// <exception cref="ArgumentOutOfRangeException">Less history than 120 days.</exception>
    public static SimulatedMarket Open(MarketOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.HistoryDays, 120);
        var market = new SimulatedMarket(options);
        foreach (var play in options.Plays)
        {
            market.Of(play.Slug).Know(play);
        }

        return market;
    }

    internal SimulatedPlay Of(string slug) => _plays.GetOrAdd(slug, static (name, options) => new(options, name), _options);

    internal TAnswer With<TAnswer>(Play play, Func<SimulatedPlay, TAnswer> read)
    {
        var known = Of(play.Slug);
        lock (known)
        {
            known.Know(play);
            return read(known);
        }
    }

    internal void Change(string slug, Timeline.Change change, string key)
    {
        var known = Of(slug);
        lock (known)
        {
            if (known.Timeline.Add(change, key) is { } from)
            {
                known.Forget(from);
            }
        }
    }
}
