using System.Diagnostics;

namespace Optimizer.Benchmarks.Engine.Workloads;

/// <summary>W4: a thousand workflows wait for a signal; one is signalled and ends, or all are at once.</summary>
internal sealed class Signalled : Workload
{
    private const int Waiting = 1000;
    private const int Alone = 200;

    private readonly Line _aloneMedian;
    private readonly Line _aloneTail;
    private readonly Line _total;
    private readonly Line _median;
    private readonly Line _tail;

    public Signalled()
    {
        _aloneMedian = Add(new("W4 one signal until its workflow ended, p50, ms", "0.00") { Limit = new() { AtMost = 0.8 }, Peers = Peers.W4AloneMedian });
        _aloneTail = Add(new("W4 one signal, p99, ms", "0.00") { Peers = Peers.W4AloneTail });
        _total = Add(new("W4 1,000 signals at once, all ended, ms", "0.0") { Limit = new() { AtMost = 100 }, Peers = Peers.W4Total });
        _median = Add(new("W4 1,000 signals, p50, ms", "0.0") { Peers = Peers.W4Median });
        _tail = Add(new("W4 1,000 signals, p99, ms", "0.0") { Peers = Peers.W4Tail });
    }

    public override string Name => "W4";

    public override async Task RunAsync(string folder)
    {
        await using var engine = await OpenEngine.AtAsync(Path.Combine(folder, "engine.db"));
        await engine.StartManyAsync(Trials.OnSignal, "alone", Alone, default);
        await engine.StartManyAsync(Trials.OnSignal, "together", Waiting, default);
        var alone = new double[Alone];
        for (var at = 0; at < Alone; at++)
        {
            alone[at] = await SignalAsync(engine, $"alone-{at}", Stopwatch.GetTimestamp());
        }

        var started = Stopwatch.GetTimestamp();
        var together = await Task.WhenAll(Enumerable.Range(0, Waiting).Select(at => SignalAsync(engine, $"together-{at}", started)));
        _total.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        _aloneMedian.Add(Series.At(alone, 0.5));
        _aloneTail.Add(Series.At(alone, 0.99));
        _median.Add(Series.At(together, 0.5));
        _tail.Add(Series.At(together, 0.99));
    }

    private static async Task<double> SignalAsync(OpenEngine engine, string id, long started)
    {
        await engine.Engine.SignalAsync(id, Trials.Go, 1);
        await engine.CompleteAsync(id);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
