using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Tests.Domain.Experiments;

public class DetailsTests
{
    [Fact]
    public void Of_Conversions_HoldsTheLiftInItsInterval()
    {
        var detail = Of((5000, 250), (5000, 300), lowerIsBetter: false);

        Assert.True(detail.LiftInterval!.Value.Lower < 0.2 && detail.LiftInterval!.Value.Upper > 0.2);
        Assert.Equal(0.01, detail.Difference!.Value.Value, 12);
        Assert.True(detail.LossOfVariant < detail.LossOfControl);
        Assert.InRange(detail.Shrunk!.Value.Mean, 0.01, Math.Log(1.2) / 2);
        Assert.True(detail.DetectableLift < detail.DetectableLiftDaily);
    }

    [Fact]
    public void Of_LowerIsBetter_TheLossesChangeSides()
    {
        var (higher, lower) = (Of((5000, 250), (5000, 300), false), Of((5000, 250), (5000, 300), true));

        Assert.Equal((higher.LossOfVariant, higher.LossOfControl), (lower.LossOfControl, lower.LossOfVariant));
    }

    [Fact]
    public void Of_NobodyConverted_ShowsWhatExists()
    {
        var detail = Of((500, 0), (500, 0), false);

        Assert.Equal((-1, double.PositiveInfinity), (detail.LiftInterval!.Value.Lower, detail.LiftInterval!.Value.Upper));
        Assert.Equal((null, null, null, null), (detail.Difference, detail.Shrunk, detail.DetectableLift, detail.DetectableLiftDaily));
        Assert.Equal(detail.LossOfControl!.Value, detail.LossOfVariant!.Value, 9);
    }

    [Fact]
    public void Of_Means_LossesFollowTheGoodSide()
    {
        var tally = Tally<Moments>.Empty.With(new([0.5, 0.5], [Moments.FromMean(900, 10, 400), Moments.FromMean(900, 11, 400)]));
        VariantDetail Detail(bool lower) => Details.Of(tally, 1, "B", new MeanLook(1800, lowerIsBetter: lower).At(tally, 1), 1800);

        Assert.True(Detail(false).LossOfVariant < Detail(false).LossOfControl);
        Assert.Equal((Detail(false).LossOfVariant, Detail(false).LossOfControl), (Detail(true).LossOfControl, Detail(true).LossOfVariant));
    }

    private static VariantDetail Of((long, long) control, (long, long) variant, bool lowerIsBetter)
    {
        var tally = Days.Tally(Days.Of(control, variant));
        return Details.Of(tally, 1, "B", new ConversionLook(lowerIsBetter: lowerIsBetter).At(tally, 1));
    }
}
