namespace Optimizer.Statistics.Samples;

/// <summary>Moments of two metrics measured on the same units, with their joint variation. Merges with +.</summary>
public readonly record struct PairedMoments
{
    private PairedMoments(Moments first, Moments second, double coDeviations)
    {
        First = first;
        Second = second;
        CoDeviations = coDeviations;
    }

    public Moments First { get; }

    public Moments Second { get; }

    /// <summary>Σ (x - mean x)(y - mean y).</summary>
    public double CoDeviations { get; }

    public long Count => First.Count;

    /// <summary>Σ (x - mean x)(y - mean y) / (n - 1); 0 when fewer than two units are there.</summary>
    public double Covariance => Count < 2 ? 0 : CoDeviations / (Count - 1);

    /// <summary>From the two metrics' moments and Σ x y.</summary>
    /// <exception cref="ArgumentException">The two were not measured on the same number of units.</exception>
    public static PairedMoments FromSums(Moments first, Moments second, double sumOfProducts)
    {
        Require.Finite(sumOfProducts);
        if (first.Count != second.Count)
        {
            throw new ArgumentException(
                $"both metrics must be measured on the same units, but one has {first.Count} and the other {second.Count}",
                nameof(second));
        }

        var coDeviations = Math.FusedMultiplyAdd(-first.Mean, second.Sum, sumOfProducts);
        var limit = Math.Sqrt(first.SquaredDeviations * second.SquaredDeviations);
        if (Math.Abs(coDeviations) > limit * (1 + 1e-6) + 1e-9 * Math.Abs(sumOfProducts))
        {
            throw new ArgumentOutOfRangeException(
                nameof(sumOfProducts), sumOfProducts, "is impossible for these sums of squares (correlation beyond 1)");
        }

        return new(first, second, coDeviations);
    }

    /// <summary>This sample with one more unit.</summary>
    public PairedMoments With(double first, double second)
    {
        var meanBefore = First.Mean;
        var nextFirst = First.With(first);
        var nextSecond = Second.With(second);
        return new(nextFirst, nextSecond, CoDeviations + (first - meanBefore) * (second - nextSecond.Mean));
    }

    public static PairedMoments operator +(PairedMoments left, PairedMoments right) => Add(left, right);

    public static PairedMoments Add(PairedMoments left, PairedMoments right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == 0 ? right : left;
        }

        var weight = (double)left.Count * right.Count / (left.Count + right.Count);
        var between = (right.First.Mean - left.First.Mean) * (right.Second.Mean - left.Second.Mean) * weight;
        return new(left.First + right.First, left.Second + right.Second, left.CoDeviations + right.CoDeviations + between);
    }
}
