using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Tests.Domain.Experiments;

public class NoveltyTests
{
    [Fact]
    public void Between_GainThatFades_StandsBelowTheFirstWeek()
    {
        var novelty = Novelty.Between(Days.Tally(Days.Of((10_000, 500), (10_000, 700))), Days.Tally(Days.Of((10_000, 500), (10_000, 510))), 1)!.Value;

        Assert.Equal(Math.Log(1.02), novelty.LateLogRatio, 9);
        var error = Math.Sqrt((2 * 0.95 / 500) + (0.93 / 700) + (0.949 / 510));
        Assert.Equal((Math.Log(1.02) - Math.Log(1.4)) / error, novelty.Z, 9);
    }

    [Fact]
    public void Between_SameGain_IsNoDifference() =>
        Assert.Equal(0, Novelty.Between(Days.Tally(Days.Of((1000, 50), (1000, 60))), Days.Tally(Days.Of((2000, 100), (2000, 120))), 1)!.Value.Z, 9);

    [Fact]
    public void Between_NoSecondWeek_IsNone() =>
        Assert.Null(Novelty.Between(Days.Tally(Days.Of((1000, 50), (1000, 60))), Tally<Proportion>.Empty, 1));

    [Fact]
    public void Between_StretchWithoutConversions_IsNone() =>
        Assert.Null(Novelty.Between(Days.Tally(Days.Of((1000, 50), (1000, 60))), Days.Tally(Days.Of((10, 0), (10, 1))), 1));
}
