namespace Optimizer.Statistics.Comparisons;

/// <summary>A normal belief about an effect before the data; a flat one adds nothing.</summary>
public readonly record struct Prior
{
    /// <summary>No belief: every effect equally likely.</summary>
    public static readonly Prior Flat;

    private Prior(double mean, double variance)
    {
        Mean = mean;
        Variance = variance;
    }

    public double Mean { get; }

    /// <summary>0 stands for the flat prior.</summary>
    public double Variance { get; }

    /// <summary>1 / variance; 0 when flat.</summary>
    public double Precision => Variance > 0 ? 1 / Variance : 0;

    /// <exception cref="ArgumentOutOfRangeException">The deviation is not positive, or its square leaves the range of doubles.</exception>
    public static Prior Normal(double mean, double standardDeviation)
    {
        Require.Finite(mean);
        Require.Positive(standardDeviation);

        // A square that vanishes would turn the strongest belief into the flat one.
        Require.Positive(standardDeviation * standardDeviation, nameof(standardDeviation));
        return new(mean, standardDeviation * standardDeviation);
    }

    /// <summary>
    /// The same belief about a relative effect, said in the metric's unit for a control mean. Flat for a mean of 0, where
    /// nothing relative can be said.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not finite, or so small or large that its square is not.</exception>
    public Prior InUnitsOf(double controlMean)
    {
        Require.Finite(controlMean);
        return Variance == 0 || controlMean == 0
            ? Flat
            : Normal(Mean * Math.Abs(controlMean), Math.Sqrt(Variance) * Math.Abs(controlMean));
    }
}
