using System.Diagnostics;

namespace Optimizer.Benchmarks.Engine.Growth;

/// <summary>What a step of some workflows costs while ever more others wait, in turns with an engine where few do.</summary>
internal static class WaitingGrowth
{
    private const int Workflows = 200;
    private const int Repeats = 40;
    private static readonly int[] Waiting = [10, 100, 1_000, 10_000, 100_000];

    public static async Task<Curve> RunAsync(string folder)
    {
        await using var few = await OpenEngine.AtAsync(Path.Combine(folder, "few.db"));
        await using var many = await OpenEngine.AtAsync(Path.Combine(folder, "many.db"));
        await few.StartManyAsync(Trials.OnSignal, "waiting", Waiting[0], default);
        var (points, started) = (new List<CurvePoint>(), 0);
        foreach (var waiting in Waiting)
        {
            await many.StartManyAsync(Trials.OnSignal, $"waiting-{waiting}", waiting - started, default);
            started = waiting;

            // Neither compilation nor what the starts left to collect shall fall on a point.
            await PointAsync($"warm-up-{waiting}", waiting);
            points.Add(await PointAsync($"beside-{waiting}", waiting));
        }

        return new("instances waiting", points);

        async Task<CurvePoint> PointAsync(string prefix, int waiting)
        {
            var (first, here) = (new double[Repeats], new double[Repeats]);
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                first[repeat] = await MicrosecondsAsync(few, $"{prefix}-{repeat}");
                here[repeat] = await MicrosecondsAsync(many, $"{prefix}-{repeat}");
            }

            return new(waiting, Series.At(here, Curve.Share), Series.At(first, Curve.Share));
        }
    }

    private static async Task<double> MicrosecondsAsync(OpenEngine engine, string prefix)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Workflows).Select(at => engine.RunAsync(Trials.Chain, $"{prefix}-{at}", at)));
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / (Workflows * Trials.Steps);
    }
}
