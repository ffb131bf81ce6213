namespace Optimizer.Statistics.Series;

/// <summary>
/// Exponential moving average in its span form, without bias correction.
/// <para>Formula: a = 2/(span + 1); e0 = y0, e = a*y + (1 - a)*e of the step before.</para>
/// </summary>
public static class ExponentialAverage
{
    /// <summary>Average after the last value.</summary>
    /// <param name="values">At least one finite number, oldest first.</param>
    /// <param name="span">1 or more; 1 is the last value itself.</param>
    public static double Last(ReadOnlySpan<double> values, int span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, 1);
        if (values.IsEmpty)
        {
            throw new ArgumentException("values is empty: an average needs at least one number", nameof(values));
        }

        var weight = 2.0 / (span + 1);
        var average = values[0];
        foreach (var value in values[1..])
        {
            average = (weight * value) + ((1 - weight) * average);
        }

        return average;
    }

    /// <summary>
    /// Variance of the average as a share of the variance of independent values: a / (2 - a), once the start is forgotten.
    /// </summary>
    public static double VarianceShare(int span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, 1);
        var weight = 2.0 / (span + 1);
        return weight / (2 - weight);
    }
}
