namespace Optimizer.Statistics.Samples;

/// <summary>
/// Successes among units, each unit at most one. Zero units is a valid, empty sample; more successes than units cannot
/// be built. Samples of different units merge with +.
/// </summary>
public readonly record struct Proportion : IMergeableSample<Proportion>
{
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or successes exceed units.</exception>
    public Proportion(long count, long successes)
    {
        Require.NotNegative(count);
        Require.NotNegative(successes);
        if (successes > count)
        {
            throw new ArgumentOutOfRangeException(nameof(successes), successes, $"must not exceed the {count} units");
        }

        Count = count;
        Successes = successes;
    }

    public long Count { get; }

    public long Successes { get; }

    /// <summary>Rate in [0, 1]; 0 for an empty sample.</summary>
    public double Mean => Count == 0 ? 0 : (double)Successes / Count;

    /// <summary>p (1 - p).</summary>
    public double Variance => Mean * (1 - Mean);

    public static Proportion operator +(Proportion left, Proportion right) => Add(left, right);

    public static Proportion Add(Proportion left, Proportion right) =>
        new(checked(left.Count + right.Count), left.Successes + right.Successes);
}
