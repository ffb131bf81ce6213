using System.Diagnostics;
using Optimizer.Workflows;

namespace Optimizer.Benchmarks.Engine.Growth;

/// <summary>What a step costs late in a long generation, against early in it.</summary>
internal static class HistoryGrowth
{
    private const int Instances = 20;
    private const int EventsAStep = 2;
    private const int Window = 10;
    private const int Repeats = 6;
    private static readonly int[] Events = [5, 50, 500, 4_000];
    private static readonly Workflow<int, int> Long = new("long");
    private static readonly Activity<int, int> Step = new("step");

    public static async Task<Curve> RunAsync(string file)
    {
        var (steps, runs) = (Events[^1] / EventsAStep + Window + 1, new List<long[][]>());
        var all = new Gate(Instances);
        var registry = new WorkflowRegistry()
            .Add(Step, (context, step) => TakeAsync(runs[^1][int.Parse(context.InstanceId.Split('-')[2], null)], all, step))
            .Add(Long, LongAsync);
        await using var engine = await OpenEngine.AtAsync(file, registry);
        for (var repeat = 0; repeat <= Repeats; repeat++)
        {
            runs.Add([.. Enumerable.Range(0, Instances).Select(_ => new long[steps])]);
            all = new(Instances);
            await Task.WhenAll(Enumerable.Range(0, Instances).Select(at => engine.RunAsync(Long, $"long-{repeat}-{at}", steps)));
        }

        // The first run warms up.
        var first = Microseconds(runs.Skip(1), Events[0] / EventsAStep);
        return new("events in the history", [.. Events.Select(events => new CurvePoint(events, Microseconds(runs.Skip(1), events / EventsAStep), first))]);
    }

    private static double Microseconds(IEnumerable<long[][]> runs, int step) => Series.At(
        [.. runs.SelectMany(run => run).Select(times => Stopwatch.GetElapsedTime(times[step], times[step + Window]).TotalMicroseconds / Window / Instances)],
        Curve.Share);

    // All wait for all at the first step, so that no start falls into a measured step.
    private static async Task<int> TakeAsync(long[] times, Gate all, int step)
    {
        if (step == 0)
        {
            await all.PassAsync();
        }

        times[step] = Stopwatch.GetTimestamp();
        return step + 1;
    }

    private static async Task<int> LongAsync(IWorkflowContext context, int steps)
    {
        var step = 0;
        while (step < steps)
        {
            step = await context.CallAsync(Step, step);
        }

        return step;
    }

    private sealed class Gate(int expected)
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _missing = expected;

        public Task PassAsync()
        {
            if (Interlocked.Decrement(ref _missing) == 0)
            {
                _all.SetResult();
            }

            return _all.Task;
        }
    }
}
