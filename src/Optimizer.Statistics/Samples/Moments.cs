namespace Optimizer.Statistics.Samples;

/// <summary>
/// Count, mean and centred sum of squares of a real-valued metric. Centred sums are kept, never raw squares, so that
/// large values with a small spread lose no digits (Welford 1962; merging after Chan, Golub and LeVeque 1983).
/// Samples of different units merge with +.
/// </summary>
public readonly record struct Moments : IMergeableSample<Moments>
{
    private const string NoUnits = "must be 0 when there are no units";

    private Moments(long count, double mean, double squaredDeviations)
    {
        Count = count;
        Mean = mean;
        SquaredDeviations = squaredDeviations;
    }

    public long Count { get; }

    /// <summary>0 for an empty sample.</summary>
    public double Mean { get; }

    /// <summary>Σ (x - mean)².</summary>
    public double SquaredDeviations { get; }

    public double Sum => Mean * Count;

    /// <summary>Σ (x - mean)² / (n - 1); 0 when fewer than two units are there.</summary>
    public double Variance => Count < 2 ? 0 : SquaredDeviations / (Count - 1);

    /// <summary>From a sum and a sum of squares, as databases give them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Values are not finite, or the squares are too small for the sum.</exception>
    public static Moments FromSums(long count, double sum, double sumOfSquares)
    {
        Require.NotNegative(count);
        Require.Finite(sum);
        Require.NotNegative(sumOfSquares);
        if (count == 0)
        {
            return (sum, sumOfSquares) switch
            {
                (0, 0) => default(Moments),
                (0, _) => throw new ArgumentOutOfRangeException(nameof(sumOfSquares), sumOfSquares, NoUnits),
                _ => throw new ArgumentOutOfRangeException(nameof(sum), sum, NoUnits),
            };
        }

        var mean = sum / count;
        var deviations = Math.FusedMultiplyAdd(-mean, sum, sumOfSquares);

        // By Cauchy and Schwarz n Σx² >= (Σx)²; rounding may break it by a few units in the last place.
        if (deviations < -1e-9 * sumOfSquares)
        {
            throw new ArgumentOutOfRangeException(
                nameof(sumOfSquares), sumOfSquares, $"must be at least sum²/count = {sum * mean}");
        }

        if (count == 1)
        {
            return deviations <= 1e-9 * sumOfSquares
                ? new(count, mean, 0)
                : throw new ArgumentOutOfRangeException(
                    nameof(sumOfSquares), sumOfSquares, $"must be sum² = {sum * sum} for a single unit");
        }

        return new(count, mean, Math.Max(0, deviations));
    }

    /// <summary>From a mean and a variance (with the n - 1 divisor), as reports give them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The mean is not finite, the variance is negative, or either is not 0 although there are no units.
    /// </exception>
    public static Moments FromMean(long count, double mean, double variance)
    {
        Require.NotNegative(count);
        Require.Finite(mean);
        Require.NotNegative(variance);
        return (count, mean, variance) switch
        {
            (0, 0, 0) => default,
            (0, 0, _) => throw new ArgumentOutOfRangeException(nameof(variance), variance, NoUnits),
            (0, _, _) => throw new ArgumentOutOfRangeException(nameof(mean), mean, NoUnits),
            _ => new(count, mean, variance * (count - 1)),
        };
    }

    /// <summary>This sample with one more unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public Moments With(double value)
    {
        Require.Finite(value);
        var count = checked(Count + 1);
        var difference = value - Mean;
        var mean = Mean + difference / count;
        return new(count, mean, SquaredDeviations + difference * (value - mean));
    }

    public static Moments operator +(Moments left, Moments right) => Add(left, right);

    public static Moments Add(Moments left, Moments right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == 0 ? right : left;
        }

        var count = checked(left.Count + right.Count);
        var difference = right.Mean - left.Mean;
        var share = (double)right.Count / count;
        return new(
            count,
            left.Mean + difference * share,
            left.SquaredDeviations + right.SquaredDeviations + difference * difference * share * left.Count);
    }
}
