namespace Optimizer.Statistics.Series;

/// <summary>
/// Two-sided cumulative sum of standardised scores (Page 1954): finds a shift too small for any single point to show.
/// <para>Formula: z clipped to +-clip; up = max(0, up + z - k), down = max(0, down - z - k); alarm when a sum passes h,
/// then both start again at 0.</para>
/// </summary>
public sealed record Cusum
{
    /// <param name="allowance">k: the part of each score that is ignored, in standard deviations; 0 or more. Half the shift one wants to find.</param>
    /// <param name="limit">h: a sum strictly above it is an alarm; more than 0. Larger is slower and calmer.</param>
    /// <param name="clip">Largest size one score may count with, so that a single wild day is no shift; more than <paramref name="allowance"/>.</param>
    public Cusum(double allowance = 0.5, double limit = 8, double clip = 4)
    {
        if (!(allowance >= 0 && double.IsFinite(allowance)))
        {
            throw new ArgumentOutOfRangeException(nameof(allowance), allowance, "must be 0 or more");
        }

        if (!(limit > 0 && double.IsFinite(limit)))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "must be more than 0");
        }

        if (!(clip > allowance))
        {
            throw new ArgumentOutOfRangeException(nameof(clip), clip, $"must be more than the allowance {allowance}: nothing could ever add up");
        }

        Allowance = allowance;
        Limit = limit;
        Clip = clip;
    }

    public double Allowance { get; }

    public double Clip { get; }

    public double Limit { get; }

    /// <summary>Takes one score in; <paramref name="alarm"/> is set, and the sums start again, when a side passes the limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The score is NaN (an infinite one is clipped).</exception>
    public CusumSums Add(CusumSums sums, double score, out CusumDirection? alarm)
    {
        if (double.IsNaN(score))
        {
            throw new ArgumentOutOfRangeException(nameof(score), score, "must be a number: leave days without a score out");
        }

        var clipped = Math.Clamp(score, -Clip, Clip);
        var up = Math.Max(0, sums.Up + clipped - Allowance);
        var down = Math.Max(0, sums.Down - clipped - Allowance);
        alarm = up > Limit ? CusumDirection.Up : down > Limit ? CusumDirection.Down : null;
        return alarm is null ? new(up, down) : default;
    }

    /// <summary>Every alarm in <paramref name="scores"/>, oldest first.</summary>
    public IReadOnlyList<CusumAlarm> Scan(ReadOnlySpan<double> scores)
    {
        var alarms = new List<CusumAlarm>();
        var sums = default(CusumSums);
        for (var i = 0; i < scores.Length; i++)
        {
            sums = Add(sums, scores[i], out var alarm);
            if (alarm is { } direction)
            {
                alarms.Add(new(i, direction));
            }
        }

        return alarms;
    }
}
