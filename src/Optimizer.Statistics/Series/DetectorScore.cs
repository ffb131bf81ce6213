namespace Optimizer.Statistics.Series;

/// <summary>
/// Scores alarms against labelled windows as the Numenta Anomaly Benchmark does: early in a window is best, after it
/// is a false alarm whose cost grows with the distance, and only the first alarm of a window counts.
/// </summary>
public static class DetectorScore
{
    /// <summary>
    /// Worth of an alarm at <paramref name="position"/> relative to a window: -1 its first point, 0 its last, more is after it.
    /// <para>Formula: 2 / (1 + e^(5x)) - 1, and -1 beyond 3.</para>
    /// </summary>
    /// <returns>From -1 to 1.</returns>
    public static double At(double position) => double.IsNaN(position)
        ? throw new ArgumentOutOfRangeException(nameof(position), position, "must be a number")
        : position > 3 ? -1 : (2 / (1 + Math.Exp(5 * position))) - 1;

    /// <summary>
    /// Sum over hits, false alarms and misses, scaled so that 100 is every window found at its first point and nothing else,
    /// and 0 is a detector that never speaks.
    /// </summary>
    /// <param name="alarms">Positions of the alarms in the series, in any order.</param>
    /// <param name="windows">First and last position of each labelled window, both inclusive, oldest first, not overlapping.</param>
    /// <param name="profile">What hits and errors are worth.</param>
    public static double Of(IEnumerable<int> alarms, IReadOnlyList<(int First, int Last)> windows, DetectorProfile profile)
    {
        if (windows.Count == 0)
        {
            throw new ArgumentException("windows is empty: without a labelled window there is nothing to score against", nameof(windows));
        }

        var found = new bool[windows.Count];
        double score = 0;
        foreach (var alarm in alarms.Order())
        {
            var inside = IndexOfLast(windows, window => window.First <= alarm && alarm <= window.Last);
            if (inside is { } hit)
            {
                score += found[hit] ? 0 : profile.Hit * At(Position(windows[hit], alarm)) / At(-1);
                found[hit] = true;
                continue;
            }

            var before = IndexOfLast(windows, window => window.Last < alarm);
            score += profile.FalseAlarm * (before is { } near ? At(Position(windows[near], alarm)) : -1);
        }

        var silence = -profile.Miss * windows.Count;
        score -= profile.Miss * found.Count(hit => !hit);
        return 100 * (score - silence) / ((profile.Hit * windows.Count) - silence);
    }

    private static double Position((int First, int Last) window, int alarm) =>
        (alarm - window.Last) / Math.Max(1.0, window.Last - window.First);

    private static int? IndexOfLast(IReadOnlyList<(int First, int Last)> windows, Func<(int First, int Last), bool> holds)
    {
        for (var i = windows.Count - 1; i >= 0; i--)
        {
            if (holds(windows[i]))
            {
                return i;
            }
        }

        return null;
    }
}
