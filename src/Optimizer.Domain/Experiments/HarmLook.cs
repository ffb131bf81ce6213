namespace Optimizer.Domain.Experiments;

/// <summary>One variant against control between looks: what a watch needs to know, and no more.</summary>
/// <param name="FewestUnits">Of the smaller of the two groups.</param>
/// <param name="Gain">Relative change in the good direction; null when control is 0.</param>
/// <param name="LogWorse">ln of the always-valid evidence that the variant is worse.</param>
public readonly record struct HarmLook(long FewestUnits, double? Gain, double LogWorse)
{
    public static HarmLook Of(VariantLook look) => new(look.FewestUnits, look.Gain, look.LogWorse);
}
