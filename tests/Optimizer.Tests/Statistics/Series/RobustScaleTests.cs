using Optimizer.Statistics.Series;

namespace Optimizer.Tests.Statistics.Series;

public class RobustScaleTests
{
    [Fact]
    public void Of_OddAndEvenSamples_GivesMedianAndDeviation()
    {
        var odd = RobustScale.Of([9, 1, 5]);
        var even = RobustScale.Of([4, 1, 3, 2]);

        Assert.Equal((5.0, 4.0, 1.4826 * 4), (odd.Median, odd.Deviation, odd.Scale));
        Assert.Equal((2.5, 1.0), (even.Median, even.Deviation));
    }

    [Fact]
    public void Of_OneWildValue_HardlyMoves()
    {
        var calm = RobustScale.Of([98, 99, 100, 101, 102, 103, 97]);
        var wild = RobustScale.Of([98, 99, 100, 101, 102, 103, 1e9]);

        Assert.Equal(calm.Median + 1, wild.Median);
        Assert.Equal(calm.Scale, wild.Scale);
    }

    [Fact]
    public void Score_ConstantSample_UsesTheFloor()
    {
        var scale = RobustScale.Of([200, 200, 200], floorShare: 0.02);

        Assert.Equal(4.0, scale.Scale);
        Assert.Equal(-2.5, scale.Score(190));
    }

    [Fact]
    public void Score_ScaleOfZero_NamesNoDistance() => Assert.Null(RobustScale.Of([0, 0, 0], 0.02).Score(5));

    [Fact]
    public void Of_NoValuesOrNotFinite_Throws()
    {
        Assert.Throws<ArgumentException>(() => RobustScale.Of([]));
        Assert.Throws<ArgumentException>(() => RobustScale.Of([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RobustScale.Of([1], -0.1));
    }
}
