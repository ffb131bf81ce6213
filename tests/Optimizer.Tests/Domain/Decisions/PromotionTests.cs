using Optimizer.Domain.Decisions;

namespace Optimizer.Tests.Domain.Decisions;

public class PromotionTests
{
    [Theory]
    [Trait("Req", "S2-051")]
    [Trait("Req", "S2-052")]
    [InlineData(0.0999, false, PromotionBand.Review, true)]
    [InlineData(0.0999, true, PromotionBand.Review, true)]
    [InlineData(0.10, false, PromotionBand.Middle, true)]
    [InlineData(0.10, true, PromotionBand.Middle, false)]
    [InlineData(0.20, false, PromotionBand.Middle, true)]
    [InlineData(0.20, true, PromotionBand.Middle, false)]
    [InlineData(0.2001, false, PromotionBand.Automatic, true)]
    [InlineData(0.2001, true, PromotionBand.Automatic, false)]
    [InlineData(-0.5, true, PromotionBand.Review, true)]
    [InlineData(double.PositiveInfinity, true, PromotionBand.Automatic, false)]
    public void BandOf_Gain_SaysWhoIsAsked(double gain, bool graduated, PromotionBand band, bool asks)
    {
        Assert.Equal(band, Promotion.BandOf(gain));
        Assert.Equal(asks, Promotion.NeedsApproval(Promotion.BandOf(gain), graduated));
    }

    [Fact]
    public void BandOf_RoundingOfALift_DoesNotMoveTheLimit()
    {
        Assert.Equal(PromotionBand.Middle, Promotion.BandOf(0.12 / 0.1 - 1));
        Assert.Equal(PromotionBand.Middle, Promotion.BandOf(0.11 / 0.1 - 1));
        Assert.Equal(PromotionBand.Middle, Promotion.BandOf(1.1 - 1));
    }

    [Fact]
    public void BandOf_NoNumber_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Promotion.BandOf(double.NaN));

    [Fact]
    public void NeedsApproval_UnknownBand_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Promotion.NeedsApproval((PromotionBand)9, true));
}
