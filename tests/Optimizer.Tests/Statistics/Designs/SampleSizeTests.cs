using Optimizer.Statistics.Designs;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Designs;

public class SampleSizeTests
{
    private static readonly SampleSize Size = new(0.05, 0.8);

    [Theory]
    [InlineData(0.05, 0.1, 31_231)]
    [InlineData(0.05, 0.5, 1_468)]
    [InlineData(0.02, 0.2, 21_106)]
    public void OfRate_StatisticsNote_IsThePublishedFigure(double rate, double mde, double expected) =>
        Assert.Equal(expected, Math.Ceiling(Size.OfRate(rate, mde)), 1.0);

    [Theory]
    [InlineData(0.02, 100)]
    [InlineData(0.3, 1_000)]
    [InlineData(0.7, 1_000_000)]
    public void DetectableRise_PutBack_NeedsTheSameUnits(double rate, double perGroup) =>
        Near.Equal(perGroup, Size.OfRate(rate, Size.DetectableRise(rate, perGroup)!.Value), 1e-9);

    [Fact]
    [Trait("Req", "C48")]
    public void DetectableRise_HundredPerGroupAtThreePercent_ExceedsAHalf()
    {
        var rise = Size.DetectableRise(0.03, 100)!.Value;
        var relative = Power.FixedHorizon(0.05).MinimumDetectableEffect(0.8, 0.03, 0.03 * 0.97, 100);

        Assert.True(rise > 0.5, $"{rise}");
        Assert.True(relative is null or > 0.5, $"{relative}");
    }

    [Fact]
    public void DetectableRise_NotEvenEveryUnit_IsNull() => Assert.Null(Size.DetectableRise(0.9, 5));

    [Fact]
    public void OfRate_LargerEffect_NeedsFewer()
    {
        var (plain, relative, arcsine, daily) =
            (double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue);
        for (var mde = 0.02; mde < 2; mde *= 1.5)
        {
            Assert.True(Size.OfRate(0.05, mde) < plain);
            Assert.True(Size.OfRateRelative(0.05, mde) < relative);
            Assert.True(Size.OfRateArcsine(0.05, mde) < arcsine);
            Assert.True(Size.OfRateSequential(0.05, mde) < daily);
            (plain, relative, arcsine, daily) = (Size.OfRate(0.05, mde), Size.OfRateRelative(0.05, mde),
                Size.OfRateArcsine(0.05, mde), Size.OfRateSequential(0.05, mde));
            Assert.True(daily > plain);
        }
    }

    [Theory]
    [InlineData(10, 5, 0.1)]
    [InlineData(-10, 5, 0.02)]
    public void OfMean_PowerOfItsError_IsTheTarget(double mean, double deviation, double mde)
    {
        var perGroup = Size.OfMean(mean, deviation, mde);
        var error = deviation * Math.Sqrt(2 / perGroup) / Math.Abs(mean);

        Near.Equal(0.8, Power.FixedHorizon(0.05).Of(mde, error), 1e-4);
        Assert.InRange(Size.OfMeanStudent(mean, deviation, mde) - perGroup, 0.5, 1.5);
    }

    [Fact]
    public void OfMeanStudent_EffectFoundByAny_IsTwo() => Assert.Equal(2, Size.OfMeanStudent(10, 0.01, 1));

    [Fact]
    public void Use_Impossible_Refused()
    {
        Refused.For("Alpha", 1.5, () => new SampleSize(1.5, 0.8));
        Refused.For("Power", double.NaN, () => new SampleSize(0.05, double.NaN));
        Refused.For("standardDeviation", 0.0, () => Size.OfMean(1, 0, 0.1));
        Refused.For("standardDeviation", -1.0, () => Size.OfMeanStudent(1, -1, 0.1));
        Refused.For("relativeMde", 0.0, () => Size.OfRate(0.1, 0));
        Refused.For("relativeMde", 9.5, () => Size.OfRate(0.1, 9.5));
        Refused.For("perGroup", 0.0, () => Size.DetectableRise(0.1, 0));
    }

    [Theory]
    [InlineData(0.05, 59_864)]
    [InlineData(0.02, 5_000)]
    [InlineData(0.3, 900)]
    public void DetectableRiseSequential_ItsSampleSize_ComesBack(double baseRate, double perGroup)
    {
        var size = new SampleSize(0.05, 0.8);

        var rise = size.DetectableRiseSequential(baseRate, perGroup);

        Assert.Equal(perGroup, size.OfRateSequential(baseRate, rise!.Value), perGroup * 1e-8);
        Assert.True(rise > size.DetectableRise(baseRate, perGroup));
    }

    [Fact]
    public void DetectableRiseSequential_HandfulOfUnits_IsNull() =>
        Assert.Null(new SampleSize(0.05, 0.8).DetectableRiseSequential(0.03, 10));
}
