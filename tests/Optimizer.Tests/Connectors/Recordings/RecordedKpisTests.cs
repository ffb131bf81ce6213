using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;

namespace Optimizer.Tests.Connectors.Recordings;

public class RecordedKpisTests
{
    private static readonly DateOnly Start = SamplePlay.Day(0);
    private static readonly Play Play = SamplePlay.Of();
    private static readonly RecordedKpis Source = new("goal", KpiSeries.Create(new("signups"), Start, [10, null, 12, 13]).Required());

    [Fact]
    public async Task Read_UpToADay_TellsNothingLater()
    {
        var points = await Source.ReadAsync(Play, Play.Kpis[0], Start.AddDays(-5), Start.AddDays(2), default);

        Assert.Equal([10, null, 12], points.Select(point => point.Value));
        Assert.Equal(Start, points[0].Day);
    }

    [Fact]
    public async Task Read_OtherKpi_HasNoFigures()
    {
        Assert.Empty(await Source.ReadAsync(Play, Play.Kpis[1], Start, Start.AddDays(3), default));
        Assert.Equal(0, await Source.DaysAsync(Play, Play.Kpis[1], Start.AddDays(3), default));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(30, 3)]
    public async Task Days_UpToADay_CountsDaysWithAFigure(int last, int expected) =>
        Assert.Equal(expected, await Source.DaysAsync(Play, Play.Kpis[0], Start.AddDays(last), default));

    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(4, 9, 0)]
    public async Task Count_OfAnEvent_IsSeenWhileTheSeriesHasFigures(int first, int last, long expected)
    {
        var counts = await Source.CountAsync(Play, ["goal_done", "visited", "visited"], Start.AddDays(first), Start.AddDays(last), default);

        Assert.Equal(new Dictionary<string, long> { ["goal_done"] = expected, ["visited"] = expected }, counts);
    }
}
