namespace Optimizer.Statistics.Samples;

/// <summary>
/// Moments of a value most units do not have (revenue), with the number of units that have one: with fewer than about
/// 25 of them the normal approximation of the mean is not to be trusted. Merges with +.
/// </summary>
public readonly record struct ValueMoments : IMergeableSample<ValueMoments>
{
    /// <exception cref="ArgumentOutOfRangeException">Active units are negative or exceed the units.</exception>
    public ValueMoments(Moments moments, long active)
    {
        Require.NotNegative(active);
        if (active > moments.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(active), active, $"must not exceed the {moments.Count} units");
        }

        Moments = moments;
        Active = active;
    }

    public Moments Moments { get; }

    /// <summary>Units whose value is not 0; all units where a report does not tell.</summary>
    public long Active { get; }

    public long Count => Moments.Count;

    public double Mean => Moments.Mean;

    public double Variance => Moments.Variance;

    /// <summary>This sample with one more unit.</summary>
    public ValueMoments With(double value) => new(Moments.With(value), Active + (value == 0 ? 0 : 1));

    public static ValueMoments operator +(ValueMoments left, ValueMoments right) => Add(left, right);

    public static ValueMoments Add(ValueMoments left, ValueMoments right) =>
        new(left.Moments + right.Moments, left.Active + right.Active);
}
