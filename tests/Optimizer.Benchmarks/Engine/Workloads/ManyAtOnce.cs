using System.Diagnostics;
using Optimizer.Benchmarks.Engine.Raw;

namespace Optimizer.Benchmarks.Engine.Workloads;

/// <summary>W2: many workflows of 5 steps started at once.</summary>
internal sealed class ManyAtOnce : Workload
{
    private readonly Case[] _cases;

    public ManyAtOnce() => _cases =
    [
        new(1_000,
            Add(new("W2 1,000 workflows at once, steps/s", "#,0") { Peers = Peers.W2Thousand }),
            Add(new("W6 flushes per workflow, 1,000 at once", "0.000") { Limit = new() { AtMost = 0.05 }, Peers = Peers.W2ThousandFlushes })),
        new(10_000,
            Add(new("W2 10,000 workflows at once, steps/s", "#,0")
            {
                Limit = new() { AtLeast = 40_000, LeastShareOfRaw = 0.25 },
                Peers = Peers.W2TenThousand,
            }),
            Add(new("W6 flushes per workflow, 10,000 at once", "0.000") { Limit = new() { AtMost = 0.05 } })),
    ];

    public override string Name => "W2";

    public override async Task RunAsync(string folder)
    {
        foreach (var (workflows, steps, flushes) in _cases)
        {
            var raw = await RawLoop.ManyAtOnceAsync(Path.Combine(folder, $"raw-{workflows}.db"), workflows);
            await using var engine = await OpenEngine.AtAsync(Path.Combine(folder, $"engine-{workflows}.db"));
            var before = engine.Flushes;
            var started = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, workflows).Select(at => engine.RunAsync(Trials.Chain, $"many-{at}", at)));
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            steps.Add(workflows * Trials.Steps / seconds, workflows * Trials.Steps / raw.Seconds);
            flushes.Add((double)(engine.Flushes - before) / workflows, (double)raw.Flushes / workflows);
        }
    }

    private readonly record struct Case(int Workflows, Line Steps, Line Flushes);
}
