using System.Diagnostics;

namespace Optimizer.Benchmarks.Readings;

/// <summary>How fast something is, beside a fixed loop timed at the same moments.</summary>
/// <param name="PerSecond">Median over the repeats.</param>
/// <param name="PerReference">Times per reference loop: comparable between machines and busy hours.</param>
internal readonly record struct Stopwatched(double PerSecond, double PerReference)
{
    private const int Repeats = 25;
    private const double RepeatSeconds = 0.04;
    private const double WarmUpSeconds = 0.4;
    private const int ReferenceExponentials = 1_000_000;

    public double Microseconds => 1e6 / PerSecond;

    /// <summary>Times an action that gives a number, so that no part of it can be left out.</summary>
    public static Stopwatched Of(Func<double> action)
    {
        var sum = 0.0;
        var times = 0;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < WarmUpSeconds; times++)
        {
            sum += action();
        }

        times = Math.Max(1, (int)(times * RepeatSeconds / WarmUpSeconds));
        var (rates, shares) = (new double[Repeats], new double[Repeats]);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var reference = Reference();
            var watch = Stopwatch.StartNew();
            for (var time = 0; time < times; time++)
            {
                sum += action();
            }

            rates[repeat] = times / watch.Elapsed.TotalSeconds;
            shares[repeat] = rates[repeat] * reference;
        }

        return double.IsNaN(sum)
            ? throw new InvalidOperationException("a reading that is no number is not worth its speed")
            : new(Median(rates), Median(shares));
    }

    /// <summary>Seconds of a million exponentials.</summary>
    public static double Reference()
    {
        var watch = Stopwatch.StartNew();
        var sum = 0.0;
        for (var i = 0; i < ReferenceExponentials; i++)
        {
            sum += Math.Exp(-i * 1e-6);
        }

        return sum > 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException("exponentials are positive");
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
