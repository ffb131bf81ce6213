using System.Diagnostics;

namespace Optimizer.Benchmarks.Engine.Workloads;

/// <summary>W3: one workflow that calls 1,000 activities at once.</summary>
internal sealed class WideFanOut : Workload
{
    private const int Width = 1000;
    private const int Repeats = 5;

    private readonly Line _line;

    public WideFanOut() =>
        _line = Add(new("W3 one workflow, 1,000 activities at once, ms", "0.0") { Limit = new() { AtMost = 60 }, Peers = Peers.W3 });

    public override string Name => "W3";

    public override async Task RunAsync(string folder)
    {
        await using var engine = await OpenEngine.AtAsync(Path.Combine(folder, "engine.db"));
        var milliseconds = new double[Repeats];
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var started = Stopwatch.GetTimestamp();
            await engine.RunAsync(Trials.FanOut, $"wide-{repeat}", Width);
            milliseconds[repeat] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        _line.Add(Series.At(milliseconds, 0.5));
    }
}
