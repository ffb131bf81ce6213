using Optimizer.Connectors.Recordings;
using Optimizer.Statistics.Samples;
using static Optimizer.Tests.Connectors.Recordings.Recorded;

namespace Optimizer.Tests.Connectors.Recordings;

public class RepeatedUnitsTests
{
    private static readonly ExperimentColumns Repeating = Columns with { UnitId = "u" };

    [Fact]
    public void Read_YesOrNoWithRepeats_AsksWhetherTheUnitEverSucceeded()
    {
        var recording = Conversions("v,u,m\na,1,0\na,1,1\na,2,0\nb,3,1\nb,3,1\n", Repeating);

        Assert.Equal([new Proportion(2, 1), new Proportion(1, 1)], recording.Days[0].Samples);
        Assert.Contains("5 rows of 3 units, one value each.", recording.Notes);
    }

    [Fact]
    public void Read_NumbersWithRepeats_TakeTheUnitsAverage()
    {
        var recording = Values("v,u,m\na,1,2\na,1,4\na,2,9\nb,3,1\n", Repeating);

        Assert.Equal((2L, 6.0), (recording.Days[0].Samples[0].Count, recording.Days[0].Samples[0].Mean));
    }

    [Fact]
    public void Read_RatiosWithRepeats_TakeBothSumsOfTheUnit()
    {
        var repeated = Ratios("v,u,x,y\na,1,1,2\na,1,2,3\na,2,4,4\nb,3,1,1\n", Repeating with { Metric = "x/y", Kind = MetricKind.Ratio });
        var summed = Ratios("v,x,y\na,3,5\na,4,4\nb,1,1\n", Columns with { Metric = "x/y", Kind = MetricKind.Ratio });

        Assert.Equal(summed.Days[0].Samples, repeated.Days[0].Samples);
    }

    [Fact]
    public void Read_UnitOnSeveralDays_CountsOnItsFirst()
    {
        var recording = Conversions("d,v,u,m\n2024-01-01,a,1,0\n2024-01-02,a,1,1\n2024-01-02,b,2,0\n", Repeating with { Date = "d" });

        Assert.Equal([new Proportion(1, 1), default], recording.Days[0].Samples);
        Assert.Equal([default, new Proportion(1, 0)], recording.Days[1].Samples);
    }
}
