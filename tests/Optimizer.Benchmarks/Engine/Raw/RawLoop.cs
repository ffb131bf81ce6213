using System.Diagnostics;

namespace Optimizer.Benchmarks.Engine.Raw;

/// <summary>
/// The ceiling of one writer: workflows of nothing but their durable points, so that what an engine takes beyond it is its
/// own. A workflow of 5 steps has 7 points: its start, five steps, its end.
/// </summary>
internal static class RawLoop
{
    public const int Points = 7;

    /// <summary>Workflows one after the other; milliseconds of each.</summary>
    public static async Task<double[]> OneAtATimeAsync(string file, int workflows)
    {
        using var store = new RawStore(file);
        using var writer = new RawWriter(store);
        var milliseconds = new double[workflows];
        for (var at = 0; at < workflows; at++)
        {
            var started = Stopwatch.GetTimestamp();
            await WorkflowAsync(writer, at);
            milliseconds[at] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        return milliseconds;
    }

    /// <summary>All workflows at once.</summary>
    public static async Task<(double Seconds, long Flushes)> ManyAtOnceAsync(string file, int workflows)
    {
        using var store = new RawStore(file);
        using var writer = new RawWriter(store);
        var running = new Task[workflows];
        var started = Stopwatch.GetTimestamp();
        for (var at = 0; at < workflows; at++)
        {
            running[at] = WorkflowAsync(writer, at);
        }

        await Task.WhenAll(running);
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, writer.Flushes);
    }

    private static async Task WorkflowAsync(RawWriter writer, long instance)
    {
        var client = new RawClient(instance);
        for (var point = 0; point < Points; point++)
        {
            await writer.AppendAsync(client, point);
        }
    }
}
