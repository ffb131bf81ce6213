namespace Optimizer.Domain.Experiments;

/// <summary>One variant against control at one look: the numbers that decisions are made of.</summary>
/// <param name="ControlUnits">Units of control so far.</param>
/// <param name="VariantUnits">Units of the variant so far.</param>
/// <param name="ControlMean">Rate or mean of control, in the metric's unit.</param>
/// <param name="VariantMean">Rate or mean of the variant.</param>
/// <param name="ChanceToWin">Posterior chance that the variant is better, in [0, 1]. Not valid under daily looks by itself.</param>
/// <param name="LogBetter">ln of the always-valid evidence that the variant is better.</param>
/// <param name="LogWorse">ln of the always-valid evidence that the variant is worse.</param>
/// <param name="FewestActive">Fewest units with a value in either group, for revenue; null for rates.</param>
/// <param name="LowerIsBetter">True when a fall of the metric is the good side.</param>
/// <remarks>Counts below 0, chances outside [0, 1] and evidence that is no number are refused.</remarks>
public readonly record struct VariantLook(
    long ControlUnits,
    long VariantUnits,
    double ControlMean,
    double VariantMean,
    double ChanceToWin,
    double LogBetter,
    double LogWorse,
    long? FewestActive = null,
    bool LowerIsBetter = false)
{
    public long ControlUnits { get; init => field = Units(value, nameof(ControlUnits)); } = Units(ControlUnits, nameof(ControlUnits));

    public long VariantUnits { get; init => field = Units(value, nameof(VariantUnits)); } = Units(VariantUnits, nameof(VariantUnits));

    public double ChanceToWin { get; init => field = Chance(value, nameof(ChanceToWin)); } = Chance(ChanceToWin, nameof(ChanceToWin));

    public double LogBetter { get; init => field = Evidence(value, nameof(LogBetter)); } = Evidence(LogBetter, nameof(LogBetter));

    public double LogWorse { get; init => field = Evidence(value, nameof(LogWorse)); } = Evidence(LogWorse, nameof(LogWorse));

    /// <summary>(variant - control)/|control|; null when control is 0, where no relative change exists.</summary>
    public double? Lift => GainOf(ControlMean, VariantMean, lowerIsBetter: false);

    /// <summary>The lift counted towards the good side: a cost that falls by 10 % is a gain of 10 %.</summary>
    public double? Gain => GainOf(ControlMean, VariantMean, LowerIsBetter);

    /// <summary>Units of the smaller of the two groups.</summary>
    public long FewestUnits => Math.Min(ControlUnits, VariantUnits);

    internal static double? GainOf(double control, double variant, bool lowerIsBetter)
    {
        if (control == 0)
        {
            return null;
        }

        var lift = variant / control - 1;
        return lowerIsBetter == control < 0 ? lift : -lift;
    }

    private static long Units(long units, string name) => units >= 0
        ? units
        : throw new ArgumentOutOfRangeException(name, units, "must be at least 0");

    private static double Chance(double chance, string name) => chance is >= 0 and <= 1
        ? chance
        : throw new ArgumentOutOfRangeException(name, chance, "must lie in [0, 1]");

    // Evidence that is no number compares false with every limit and would let anything run on.
    private static double Evidence(double logEvidence, string name) => double.IsNaN(logEvidence)
        ? throw new ArgumentOutOfRangeException(name, logEvidence, "must be a number; negative infinity is no evidence at all")
        : logEvidence;
}
