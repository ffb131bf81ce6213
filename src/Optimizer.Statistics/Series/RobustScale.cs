namespace Optimizer.Statistics.Series;

/// <summary>
/// Centre and spread of a sample that single wild points cannot move: the median and the median absolute deviation
/// (MAD), with the modified score of Iglewicz and Hoaglin (1993).
/// <para>Formula: scale = max(1.4826 * median(|x - median|), floorShare * |median|).</para>
/// The floor keeps a nearly constant series from calling every tiny change extreme.
/// </summary>
public readonly record struct RobustScale
{
    /// <summary>Makes the MAD of a normal sample estimate its standard deviation.</summary>
    public const double NormalConsistency = 1.4826;

    private RobustScale(double median, double deviation, double scale)
    {
        Median = median;
        Deviation = deviation;
        Scale = scale;
    }

    /// <summary>Median absolute deviation, not scaled; at least 0.</summary>
    public double Deviation { get; }

    public double Median { get; }

    /// <summary>Estimate of the standard deviation, never below the floor; 0 only when both deviation and floor are 0.</summary>
    public double Scale { get; }

    /// <summary>Centre and spread of <paramref name="values"/>.</summary>
    /// <param name="values">At least one finite number, in any order.</param>
    /// <param name="floorShare">Least scale as a share of |median|; 0 or more, 0 for no floor.</param>
    /// <exception cref="ArgumentException">No values, or one that is not finite.</exception>
    public static RobustScale Of(ReadOnlySpan<double> values, double floorShare = 0)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("values is empty: a scale needs at least one number", nameof(values));
        }

        if (!(floorShare >= 0 && double.IsFinite(floorShare)))
        {
            throw new ArgumentOutOfRangeException(nameof(floorShare), floorShare, "must be 0 or more");
        }

        var work = values.ToArray();
        foreach (var value in work)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"values holds {value}: every number must be finite", nameof(values));
            }
        }

        var median = MedianInPlace(work);
        for (var i = 0; i < work.Length; i++)
        {
            work[i] = Math.Abs(work[i] - median);
        }

        var deviation = MedianInPlace(work);
        return new(median, deviation, Math.Max(NormalConsistency * deviation, floorShare * Math.Abs(median)));
    }

    /// <summary>(value - median) / scale, or null when the scale is 0 and no distance can be named.</summary>
    public double? Score(double value) => Scale > 0 ? (value - Median) / Scale : null;

    /// <summary>Median of the numbers, which are reordered; the mean of the middle two when their count is even.</summary>
    internal static double MedianInPlace(Span<double> values)
    {
        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
