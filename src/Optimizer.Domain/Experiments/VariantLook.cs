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
    /// <summary>(variant - control)/|control|; null when control is 0, where no relative change exists.</summary>
    public double? Lift => ControlMean == 0 ? null : VariantMean / ControlMean - 1 is var lift && ControlMean < 0 ? -lift : lift;

    /// <summary>The lift counted towards the good side: a cost that falls by 10 % is a gain of 10 %.</summary>
    public double? Gain => LowerIsBetter ? -Lift : Lift;

    public long FewestUnits => Math.Min(ControlUnits, VariantUnits);
}
