using Optimizer.Statistics.Series;

namespace Optimizer.Tests.Statistics.Series;

public class SeasonalIndexTests
{
    private static readonly double[] Pattern = [1.1, 1.2, 1.1, 1.0, 1.0, 0.7, 0.9];

    [Fact]
    public void Estimate_GrowingWeeksOfOnePattern_FindsThePattern()
    {
        var index = SeasonalIndex.Estimate(Weeks(6, start: 3), firstPosition: 3)!;

        Assert.All(Pattern.Zip(index.Factors), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal(0.5, index.Spread, 1e-12);
        Assert.Equal(100, index.Adjust(70, 5)!.Value, 1e-9);
    }

    [Fact]
    public void Estimate_WildDay_DoesNotMoveItsWeekday()
    {
        var values = Weeks(5, start: 0);
        values[5] *= 40;

        var index = SeasonalIndex.Estimate(values, 0)!;

        Assert.Equal(0.7, index.Factors[5], 0.001);
    }

    [Fact]
    public void Estimate_WeeksOfZeros_AreLeftOut()
    {
        var values = Weeks(5, start: 0);
        Array.Fill(values, 0, 7, 14);

        var index = SeasonalIndex.Estimate(values, 0)!;

        Assert.All(Pattern.Zip(index.Factors), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Estimate_MissingLowDay_DoesNotLiftItsWeek()
    {
        var values = Weeks(4, start: 0);
        values[5] = null;
        values[6] = null;

        var index = SeasonalIndex.Estimate(values, 0)!;

        Assert.All(Pattern.Zip(index.Factors), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Estimate_WeekendsNeverSeen_LeavesThemWithoutRatio()
    {
        var values = Weeks(4, start: 0);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = i % 7 >= 5 ? null : 100;
        }

        var index = SeasonalIndex.Estimate(values, 0)!;

        Assert.Equal([1, 1, 1, 1, 1, 0, 0], index.Factors);
        Assert.Null(index.Adjust(3, 6));
    }

    [Fact]
    public void Estimate_NothingButZerosOrGaps_IsNull()
    {
        Assert.Null(SeasonalIndex.Estimate(new double?[14], 0));
        Assert.Null(SeasonalIndex.Estimate([.. Enumerable.Repeat((double?)0, 14)], 0));
    }

    [Fact]
    public void Estimate_PartOfAWeekOrUnknownPosition_Throws()
    {
        Assert.Throws<ArgumentException>(() => SeasonalIndex.Estimate(new double?[8], 0));
        Assert.Throws<ArgumentException>(() => SeasonalIndex.Estimate([], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeasonalIndex.Estimate(new double?[7], 7));
    }

    private static double?[] Weeks(int count, int start) =>
        [.. Enumerable.Range(0, 7 * count).Select(i => (double?)(Pattern[(start + i) % 7] * 100 * ((i / 7) + 1)))];
}
