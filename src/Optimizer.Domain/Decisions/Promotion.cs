namespace Optimizer.Domain.Decisions;

/// <summary>Which band a win falls into, and whether it may go live without a person (C07, S2-051, S2-052).</summary>
public static class Promotion
{
    private const double ReviewBelow = 0.1;
    private const double AutomaticAbove = 0.2;
    private const double Slack = 1e-12;

    /// <param name="gain">Observed gain as a share; 0.2 is 20 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">The gain is NaN.</exception>
    public static PromotionBand BandOf(double gain) => BandOf(gain, ReviewBelow, AutomaticAbove);

    /// <summary>With the limits of a policy.</summary>
    /// <param name="gain">Observed gain as a share; 0.2 is 20 %.</param>
    /// <param name="reviewBelow">Smaller gains are reviewed. Where the limits cross, review wins.</param>
    /// <param name="automaticAbove">Larger ones go live by themselves.</param>
    /// <exception cref="ArgumentOutOfRangeException">The gain is NaN.</exception>
    public static PromotionBand BandOf(double gain, double reviewBelow, double automaticAbove) => gain switch
    {
        double.NaN => throw new ArgumentOutOfRangeException(nameof(gain), gain, "must be a number"),
        _ when gain < reviewBelow - Slack => PromotionBand.Review,
        _ when gain > automaticAbove + Slack => PromotionBand.Automatic,
        _ => PromotionBand.Middle,
    };

    /// <summary>
    /// True when a person must say yes. Until a play has graduated every deployment asks; afterwards only small wins do.
    /// </summary>
    public static bool NeedsApproval(PromotionBand band, bool graduated) => band switch
    {
        PromotionBand.Review => true,
        PromotionBand.Middle or PromotionBand.Automatic => !graduated,
        _ => throw new ArgumentOutOfRangeException(nameof(band), band, "unknown band"),
    };
}
