using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Tests.Domain.Experiments;

public class ExperimentProgressTests
{
    private static readonly ExperimentDay<Proportion> Day = Days.Of((100, 5), (100, 10));

    [Fact]
    public void Read_OverDays_KeepsTheLastThreeLooks()
    {
        var progress = Days.Follow(Day, Day);
        Assert.Equal([100, 200], progress.Read().Variants[0].Looks.Select(look => look.VariantUnits));

        progress = progress.With(Day).With(Day);

        var variant = progress.Read().Variants[0];
        Assert.Equal((4, "A", "B"), (progress.Read().Day, progress.Read().Control, variant.Name));
        Assert.Equal([200, 300, 400], variant.Looks.Select(look => look.VariantUnits));
        Assert.Equal(400, variant.Today.VariantUnits);
        Assert.Equal(100, variant.LastDay!.Value.VariantUnits);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void Read_SecondWeek_HasANovelty(int days, bool has) =>
        Assert.Equal(has, Days.Follow([.. Enumerable.Repeat(Day, days)]).Read().Variants[0].Novelty is not null);

    [Fact]
    public void With_AnotherDay_LeavesTheProgressAsItWas()
    {
        var before = Days.Follow(Day);

        before.With(Day);

        Assert.Equal((1, 100), (before.Day, before.Read().Variants[0].Today.VariantUnits));
    }

    [Fact]
    public void Read_NoDay_IsRefused() => Assert.Throws<InvalidOperationException>(
        () => new ExperimentProgress<Proportion>(["A", "B"], new ConversionLook().At).Read());

    [Fact]
    public void With_DayOfOtherVariants_IsRefused()
    {
        var three = new ExperimentProgress<Proportion>(["A", "B", "C"], new ConversionLook().At);

        Assert.Equal("day", Assert.Throws<ArgumentException>(() => three.With(Day)).ParamName);
    }

    [Fact]
    public void Constructor_NamesThatDoNotTellApart_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new ExperimentProgress<Proportion>(["A"], new ConversionLook().At));
        Assert.Throws<ArgumentException>(() => new ExperimentProgress<Proportion>(["A", "A"], new ConversionLook().At));
        Assert.Throws<ArgumentNullException>(() => new ExperimentProgress<Proportion>(["A", "B"], null!));
    }

    [Fact]
    public void Health_UnitsInTheWrongGroups_IsEvidenceOfABrokenSplit()
    {
        Assert.True(Days.Follow(Days.Of((10_000, 0), (10_050, 0))).Health().LogSampleRatio < 0);
        Assert.True(Days.Follow(Days.Of((10_000, 0), (11_000, 0))).Health().LogSampleRatio > Math.Log(1000));
        Assert.True(Days.Follow(Days.Split([0.9, 0.1], (9000, 0), (1000, 0)), Days.Split([0.1, 0.9], (1000, 0), (9000, 0))).Health().LogSampleRatio < 0);
    }
}
