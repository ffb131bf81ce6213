namespace Optimizer.Statistics.Series;

/// <summary>How much each value of a series leans on the one before.</summary>
public static class Autocorrelation
{
    /// <summary>
    /// Lag-1 autocorrelation, from -1 to 1, or null for fewer than three values or a constant series.
    /// <para>Formula: sum of (x[i] - mean)(x[i-1] - mean) over the sum of (x[i] - mean)^2.</para>
    /// Biased towards 0 by about (1 + 4 rho) / n.
    /// </summary>
    public static double? Lag1(ReadOnlySpan<double> values)
    {
        double mean = 0;
        foreach (var value in values)
        {
            mean += value / values.Length;
        }

        double products = 0;
        double squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            squares += (values[i] - mean) * (values[i] - mean);
            products += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
        }

        return values.Length >= 3 && squares > 0 ? products / squares : null;
    }
}
