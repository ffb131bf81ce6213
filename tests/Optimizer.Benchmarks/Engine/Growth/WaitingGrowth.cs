using System.Diagnostics;

namespace Optimizer.Benchmarks.Engine.Growth;

/// <summary>What a step of some workflows costs while ever more others wait.</summary>
internal static class WaitingGrowth
{
    private const int Workflows = 200;
    private const int Repeats = 40;
    private const int WarmUps = 2;
    private static readonly int[] Waiting = [10, 100, 1_000, 10_000, 100_000];

    public static async Task<Curve> RunAsync(string file)
    {
        await using var engine = await OpenEngine.AtAsync(file);
        var (points, started) = (new List<(int, double)>(), 0);
        foreach (var waiting in Waiting)
        {
            await engine.StartManyAsync(Trials.OnSignal, $"waiting-{waiting}", waiting - started, default);
            started = waiting;

            // Neither compilation nor what the starts left to collect shall fall on a point.
            for (var warmUp = 0; warmUp < WarmUps; warmUp++)
            {
                await MicrosecondsAsync(engine, $"warm-up-{waiting}-{warmUp}");
            }

            points.Add((waiting, await MicrosecondsAsync(engine, $"beside-{waiting}")));
        }

        return new("instances waiting", points);
    }

    private static async Task<double> MicrosecondsAsync(OpenEngine engine, string prefix)
    {
        var microseconds = new double[Repeats];
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var started = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, Workflows).Select(at => engine.RunAsync(Trials.Chain, $"{prefix}-{repeat}-{at}", at)));
            microseconds[repeat] = Stopwatch.GetElapsedTime(started).TotalMicroseconds / (Workflows * Trials.Steps);
        }

        return Series.At(microseconds, Curve.Share);
    }
}
