using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Tests.Domain.Experiments;

public class TallyTests
{
    [Fact]
    public void With_SameWeights_MergesIntoOneStratum()
    {
        var tally = Days.Tally(Days.Of((100, 5), (90, 6)), Days.Of((50, 1), (60, 2)));

        Assert.Equal([new Proportion(150, 6), new Proportion(150, 8)], Assert.Single(tally.Strata).Samples);
    }

    [Fact]
    public void With_WeightsThatComeBack_JoinTheirStratum()
    {
        var tally = Days.Tally(Days.Of((1, 0), (1, 0)), Days.Split([0.9, 0.1], (9, 0), (1, 0)), Days.Of((1, 0), (1, 0)));

        Assert.Equal([2, 9], tally.Strata.Select(stratum => stratum.Samples[0].Count));
    }

    [Fact]
    public void With_OtherNumberOfVariants_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Days.Tally(Days.Of((1, 0), (1, 0)), Days.Of((1, 0), (1, 0), (1, 0))));

    [Fact]
    public void With_AnotherDay_LeavesTheTallyAsItWas()
    {
        var before = Days.Tally(Days.Of((1, 0), (1, 0)));

        before.With(Days.Of((5, 0), (5, 0)));

        Assert.Equal(1, before.Units(0));
    }

    [Fact]
    public void Standardise_MovingBaseRate_ComparesUnderTheSameMix()
    {
        var tally = Days.Tally(Days.Split([0.9, 0.1], (900, 90), (100, 10)), Days.Split([0.1, 0.9], (100, 5), (900, 45)));

        var (control, variant) = (tally.Standardise(0, 1), tally.Standardise(1, 0));

        Assert.Equal(0.075, control.Mean, 12);
        Assert.Equal(0.075, variant.Mean, 12);
        Assert.Equal(
            (0.25 * 0.09 / 900) + (0.25 * 0.0475 / 100), control.Variance / control.Count, 12);
    }

    [Fact]
    public void Standardise_StratumWithoutOneOfThePair_IsLeftOut()
    {
        var tally = Days.Tally(
            Days.Split([0.5, 0.5, 0], (100, 10), (100, 20), (0, 0)), Days.Split([0.5, 0, 0.5], (100, 50), (0, 0), (100, 60)));

        Assert.Equal((100, 0.1), (tally.Standardise(0, 1).Count, tally.Standardise(0, 1).Mean));
        Assert.Equal((100, 0.5), (tally.Standardise(0, 2).Count, tally.Standardise(0, 2).Mean));
        Assert.Equal(200, tally.Units(0));
    }

    [Fact]
    public void Standardise_NothingInCommon_IsEmpty()
    {
        var tally = Days.Tally(
            Days.Split([1, 0], (100, 10), (0, 0)), Days.Split([0, 1], (0, 0), (100, 10)));

        Assert.Equal(new StandardisedSample(0, 0, 0), tally.Standardise(0, 1));
    }
}
