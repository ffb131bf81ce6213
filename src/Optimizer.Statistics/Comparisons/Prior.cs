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

    /// <exception cref="ArgumentOutOfRangeException">The deviation is not positive.</exception>
    public static Prior Normal(double mean, double standardDeviation)
    {
        Require.Finite(mean);
        Require.Positive(standardDeviation);
        return new(mean, standardDeviation * standardDeviation);
    }

    /// <summary>The same belief about a relative effect, said in the metric's unit for a control mean.</summary>
    public Prior InUnitsOf(double controlMean)
    {
        Require.Finite(controlMean);
        return new(Mean * Math.Abs(controlMean), Variance * controlMean * controlMean);
    }
}
