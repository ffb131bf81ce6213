using Optimizer.Statistics.Series;

namespace Optimizer.Domain.Monitoring;

/// <summary>
/// Limits of <see cref="DailyDetector"/>. The defaults were simulated, on steady days varying by 5 and
/// 10 %, to between 1 and 2 false flags a year, and from 0.5 false shifts a year on independent days to 1.8 where days lean on
/// each other (lag-1 autocorrelation 0.7).
/// </summary>
public sealed record DetectorRules
{
    /// <param name="flag">A day further than this many standard deviations from its usual level is flagged; above 0.</param>
    /// <param name="severe">Further than this it is severe; above <paramref name="flag"/>.</param>
    /// <param name="smallCount">Counts that average fewer a day than this are judged by their exact Poisson tail; 0 for never.</param>
    /// <param name="flagTail">Tail probability under which such a count is flagged, from 0 to 0.5, limits excluded.</param>
    /// <param name="severeTail">Tail probability under which it is severe; below <paramref name="flagTail"/>.</param>
    /// <param name="shift">Finds slow shifts in the scores; null for k = 0.5, h = 8, clip 4.</param>
    /// <param name="adaptShift">Whether the shift limit grows where days lean on each other; false holds h as it stands.</param>
    /// <param name="shiftQuietDays">Days after a shift in which the same direction is no news; 0 to hear every alarm.</param>
    public DetectorRules(
        double flag = 4, double severe = 6, double smallCount = 30, double flagTail = 1e-3, double severeTail = 1e-6,
        Cusum? shift = null, bool adaptShift = true, int shiftQuietDays = 28)
    {
        if (!(flag > 0 && double.IsFinite(flag)))
        {
            throw new ArgumentOutOfRangeException(nameof(flag), flag, "must be above 0");
        }

        if (!(severe > flag && double.IsFinite(severe)))
        {
            throw new ArgumentOutOfRangeException(nameof(severe), severe, $"must be above the flag limit {flag}");
        }

        if (!(smallCount >= 0 && double.IsFinite(smallCount)))
        {
            throw new ArgumentOutOfRangeException(nameof(smallCount), smallCount, "must be 0 or more");
        }

        if (!(flagTail is > 0 and < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(flagTail), flagTail, "must be between 0 and 0.5");
        }

        if (!(severeTail > 0 && severeTail < flagTail))
        {
            throw new ArgumentOutOfRangeException(nameof(severeTail), severeTail, $"must be above 0 and below the flag tail {flagTail}");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(shiftQuietDays);
        AdaptShift = adaptShift;
        Flag = flag;
        Severe = severe;
        SmallCount = smallCount;
        FlagTail = flagTail;
        SevereTail = severeTail;
        Shift = shift ?? new Cusum();
        ShiftQuietDays = shiftQuietDays;
    }

    public bool AdaptShift { get; }

    public double Flag { get; }

    public double FlagTail { get; }

    public double Severe { get; }

    public double SevereTail { get; }

    public Cusum Shift { get; }

    public int ShiftQuietDays { get; }

    public double SmallCount { get; }
}
