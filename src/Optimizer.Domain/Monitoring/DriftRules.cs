namespace Optimizer.Domain.Monitoring;

/// <summary>Settings of <see cref="Drift"/> (requirement S3-021, contradiction C37).</summary>
public sealed record DriftRules
{
    /// <param name="threshold">Smallest limit, as a share of the baseline; a drift must pass it, so -18 % fires at 0.15 and -14 % does not.</param>
    /// <param name="noiseMultiple">The limit is never less than this many standard deviations of the drift; 0 for a fixed limit.</param>
    /// <param name="spreadLimit">The weekday pattern is taken out when its spread is above this.</param>
    public DriftRules(double threshold = 0.15, double noiseMultiple = 3, double spreadLimit = 0.05)
    {
        if (!(threshold > 0 && double.IsFinite(threshold)))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "must be above 0, such as 0.15 for 15 %");
        }

        if (!(noiseMultiple >= 0 && double.IsFinite(noiseMultiple)))
        {
            throw new ArgumentOutOfRangeException(nameof(noiseMultiple), noiseMultiple, "must be 0 or more");
        }

        if (!(spreadLimit >= 0 && double.IsFinite(spreadLimit)))
        {
            throw new ArgumentOutOfRangeException(nameof(spreadLimit), spreadLimit, "must be 0 or more");
        }

        Threshold = threshold;
        NoiseMultiple = noiseMultiple;
        SpreadLimit = spreadLimit;
    }

    public double NoiseMultiple { get; }

    public double SpreadLimit { get; }

    public double Threshold { get; }
}
