using Optimizer.Statistics.Series;

namespace Optimizer.Domain.Monitoring;

/// <summary>
/// What the weeks before a day say about a small count. Medians of small whole numbers jump, so weekday levels are means,
/// drawn towards the overall mean by as much as four days of it would; days beyond four standard deviations are left out of
/// a second pass so that one wild day does not become usual. Counts that vary more than Poisson counts do carry a dispersion.
/// </summary>
internal sealed class CountHistory
{
    /// <summary>More wild days than this leaves are no accident but how this count is; then all of them stay.</summary>
    private const double LeastTameShare = 0.75;

    private const double PriorDays = 4;

    /// <summary>Half an event, so that a history of zeros does not make one event impossible.</summary>
    private const double PriorEvents = 0.5;

    private const double WildScore = 4;
    private readonly double[] _expected;

    private CountHistory(double[] expected, double dispersion)
    {
        _expected = expected;
        Dispersion = dispersion;
    }

    /// <summary>Variance over mean where clearly above 1 (three standard errors), else 1.</summary>
    public double Dispersion { get; }

    /// <summary>
    /// History of whole numbers whose median is below <paramref name="smallCount"/>, or null when it is anything else and
    /// Poisson does not apply.
    /// </summary>
    public static CountHistory? Of(ReadOnlySpan<double?> history, DateOnly first, double smallCount)
    {
        Span<double> values = stackalloc double[history.Length];
        var present = 0;
        foreach (var value in history)
        {
            if (value is { } known)
            {
                if (!double.IsInteger(known))
                {
                    return null;
                }

                values[present++] = known;
            }
        }

        if (RobustScale.Of(values[..present]).Median >= smallCount)
        {
            return null;
        }

        var start = Weekdays.Position(first);
        var all = Levels(history, start, null);
        var tame = Levels(history, start, all);
        if (tame.Used < LeastTameShare * present)
        {
            tame = all;
        }

        double squares = 0;
        for (var i = 0; i < history.Length; i++)
        {
            var position = (start + i) % Weekdays.Count;
            if (history[i] is { } value && (tame == all || !IsWild(value, all.Expected[position])))
            {
                squares += Math.Pow(value - tame.Expected[position], 2) / tame.Expected[position];
            }
        }

        var freedom = Math.Max(1, tame.Used - Weekdays.Count - 1);
        var dispersion = squares / freedom;
        return new(tame.Expected, dispersion > 1 + (3 * Math.Sqrt(2.0 / freedom)) ? dispersion : 1);
    }

    /// <summary>2 (sqrt(x + 3/8) - sqrt(mean + 3/8)), which has variance near 1 for a Poisson count (Anscombe 1948).</summary>
    public static double Score(double value, double expected, double dispersion) =>
        2 * (Math.Sqrt(value + 0.375) - Math.Sqrt(expected + 0.375)) / Math.Sqrt(dispersion);

    public double Expected(int position) => _expected[position];

    private static bool IsWild(double value, double expected) => Math.Abs(Score(value, expected, 1)) > WildScore;

    private static Week Levels(ReadOnlySpan<double?> history, int start, Week? usual)
    {
        Span<double> sums = stackalloc double[Weekdays.Count];
        Span<int> days = stackalloc int[Weekdays.Count];
        var total = PriorEvents;
        var used = 0;
        for (var i = 0; i < history.Length; i++)
        {
            var position = (start + i) % Weekdays.Count;
            if (history[i] is { } value && (usual is null || !IsWild(value, usual.Expected[position])))
            {
                sums[position] += value;
                days[position]++;
                total += value;
                used++;
            }
        }

        var level = total / Math.Max(1, used);
        var expected = new double[Weekdays.Count];
        for (var position = 0; position < expected.Length; position++)
        {
            expected[position] = (sums[position] + (PriorDays * level)) / (days[position] + PriorDays);
        }

        return new(expected, used);
    }

    private sealed record Week(double[] Expected, int Used);
}
