using System.Diagnostics;
using Optimizer.Benchmarks.Engine.Raw;

namespace Optimizer.Benchmarks.Engine.Workloads;

/// <summary>W1: workflows of 5 steps, one after the other.</summary>
internal sealed class OneAtATime : Workload
{
    private const int Workflows = 1000;
    private const int WarmUp = 50;

    private readonly Line _median;
    private readonly Line _tail;
    private readonly Line _step;
    private readonly Line _flushes;

    public OneAtATime()
    {
        _median = Add(new("W1 one workflow of 5 steps, p50, ms", "0.00") { Limit = new() { AtMost = 1.5, MostTimesRaw = 2 }, Peers = Peers.W1Median });
        _tail = Add(new("W1 p99, ms", "0.00") { Limit = new() { AtMost = 4 }, Peers = Peers.W1Tail });
        _step = Add(new("W1 per step, p50, ms", "0.00") { Peers = Peers.W1Step });
        _flushes = Add(new("W6 flushes per workflow, alone", "0.00") { Limit = new() { AtMost = 7 }, Peers = Peers.W1Flushes });
    }

    public override string Name => "W1";

    public override async Task RunAsync(string folder)
    {
        var raw = await RawLoop.OneAtATimeAsync(Path.Combine(folder, "raw.db"), Workflows);
        await using var engine = await OpenEngine.AtAsync(Path.Combine(folder, "engine.db"));
        for (var at = 0; at < WarmUp; at++)
        {
            await engine.RunAsync(Trials.Chain, $"warm-up-{at}", at);
        }

        var flushes = engine.Flushes;
        var ours = new double[Workflows];
        for (var at = 0; at < Workflows; at++)
        {
            var started = Stopwatch.GetTimestamp();
            await engine.RunAsync(Trials.Chain, $"one-{at}", at);
            ours[at] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        var (median, rawMedian) = (Series.At(ours, 0.5), Series.At(raw, 0.5));
        _median.Add(median, rawMedian);
        _tail.Add(Series.At(ours, 0.99), Series.At(raw, 0.99));
        _step.Add(median / Trials.Steps, rawMedian / Trials.Steps);
        _flushes.Add((double)(engine.Flushes - flushes) / Workflows, RawLoop.Points);
    }
}
