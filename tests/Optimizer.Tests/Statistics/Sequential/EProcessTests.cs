using Optimizer.Statistics.Sequential;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Sequential;

public class EProcessTests
{
    [Fact]
    public void LogEvidence_NoConversions_IsZero()
    {
        Near.Equal(0, new EProcess(0.2).LogBetter([]), 0, 1e-14);
        Near.Equal(0, new EProcess(0.2).LogWorse([new(0.5, 0, 0)]), 0, 1e-14);
        Near.Equal(0, new EProcess(0.2).LogEither([]), 0, 1e-14);
    }

    [Theory]
    [InlineData(0.2, 40)]
    [InlineData(0.5, 7)]
    [InlineData(0.3, 1_001)]
    public void LogBetter_AnyGrid_IsTheWrittenFormula(double tau, int points)
    {
        ConversionStratum[] strata = [new(0.5, 40, 62), new(0.1, 300, 41)];
        var (weights, evidence) = (0.0, 0.0);
        for (var k = 0; k < points; k++)
        {
            var z = (k + 0.5) / points * 4 * tau;
            var weight = Math.Exp(-z * z / (2 * tau * tau));
            var ratio = strata.Sum(day =>
                day.Variant * z - day.Converters * Math.Log(1 - day.VariantWeight + day.VariantWeight * Math.Exp(z)));
            weights += weight;
            evidence += weight * Math.Exp(ratio);
        }

        Near.Equal(Math.Log(evidence / weights), new EProcess(tau, points).LogBetter(strata), 1e-12);
    }

    [Fact]
    public void LogWorse_BrokenVariant_IsOverwhelming() =>
        Assert.True(new EProcess(0.5).LogWorse([new(0.5, 250, 0)]) > 100);

    [Fact]
    public void Lift_MoreData_NarrowsDownToOneStepOfTheGrid()
    {
        var process = new EProcess(0.2);
        var width = double.PositiveInfinity;
        for (var scale = 1L; scale <= 1_000_000; scale *= 10)
        {
            var lift = process.Lift([new(0.5, 500 * scale, 510 * scale), new(0.2, 400 * scale, 103 * scale)], 0.1);

            Assert.True(lift.Upper - lift.Lower < width);
            width = lift.Upper - lift.Lower;
        }

        Assert.InRange(width, 0, 0.2 * 4 / 40);
    }

    [Fact]
    public void Lift_GroupWithoutConversions_IsOpenThere()
    {
        var process = new EProcess(0.2);

        Assert.Equal(-1, process.Lift([new(0.5, 50, 0)], 0.1).Lower);
        Assert.Equal(double.PositiveInfinity, process.Lift([new(0.5, 0, 50)], 0.1).Upper);
        Assert.Equal(double.PositiveInfinity, process.Lift([], 0.1).Upper);
    }

    [Fact]
    public void Constructor_Impossible_Refused()
    {
        Refused.For("tau", 0.0, () => new EProcess(0));
        Refused.For("tau", 100.0, () => new EProcess(100));
        Refused.For("gridPoints", 0, () => new EProcess(0.2, 0));
        Refused.For("gridSpan", double.NaN, () => new EProcess(0.2, 40, double.NaN));
    }

    [Fact]
    public void LogBetter_CountsBeyondLong_Overflows() => Assert.Throws<OverflowException>(
        () => new EProcess(0.2).LogBetter([new(0.5, long.MaxValue, 0), new(0.5, long.MaxValue, 0)]));
}
