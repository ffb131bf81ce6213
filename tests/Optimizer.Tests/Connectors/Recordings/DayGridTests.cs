using Optimizer.Connectors.Recordings;
using Optimizer.Statistics.Samples;
using static Optimizer.Tests.Connectors.Recordings.Recorded;

namespace Optimizer.Tests.Connectors.Recordings;

public class DayGridTests
{
    private static readonly ExperimentColumns Dated = Columns with { Date = "d" };

    [Theory]
    [InlineData("2024-01-30", "2024-01-31", "2024-02-02")]
    [InlineData("1/30/2024", "1/31/2024", "2/2/2024")]
    [InlineData("30.01.2024", "31.01.2024", "2.02.2024")]
    [InlineData("2024-01-30T23:59:59Z", "2024-01-31 00:00", "2024-02-02")]
    public void Days_GapBetweenDates_IsADayWithoutUnits(string first, string second, string last)
    {
        var days = Conversions($"d,v,m,n\n{first},a,5,10\n{second},a,6,10\n{first},b,7,10\n{last},b,8,10\n", Dated).Days;

        Assert.Equal(4, days.Count);
        Assert.Equal([new Proportion(10, 5), new Proportion(10, 7)], days[0].Samples);
        Assert.Equal([new Proportion(10, 6), default], days[1].Samples);
        Assert.Equal([default, default], days[2].Samples);
        Assert.Equal([default, new Proportion(10, 8)], days[3].Samples);
    }

    [Fact]
    public void Days_LabelsWithoutAYear_CountInOrderOfAppearance()
    {
        var days = Conversions("d,v,m,n\nFri-Oct-31,a,5,10\nSat-Nov-1,a,6,10\nFri-Oct-31,b,7,10\nSat-Nov-1,b,8,10\n", Dated).Days;

        Assert.Equal(2, days.Count);
        Assert.Equal([new Proportion(10, 6), new Proportion(10, 8)], days[1].Samples);
    }

    [Fact]
    public void Days_RowsOfUnitsInAnyOrder_StartAtTheFirstDate()
    {
        var days = Conversions("d,v,m\n2024-01-03,a,1\n2024-01-01,b,0\n2024-01-03,b,1\n", Dated).Days;

        Assert.Equal(3, days.Count);
        Assert.Equal([default, new Proportion(1, 0)], days[0].Samples);
    }
}
