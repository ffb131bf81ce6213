using Optimizer.Domain.Kpis;

namespace Optimizer.Tests.Domain.Kpis;

public class KpiSeriesTests
{
    private static readonly Kpi _leads = new("leads");
    private static readonly DateOnly _monday = new(2026, 1, 5);

    [Fact]
    public void Create_DaysLeftOut_AreMissing()
    {
        var series = KpiSeries.Create(_leads, [At(0, 5), At(3, 7), At(4, null)]).Required();

        Assert.Equal((5, _monday, _monday.AddDays(4)), (series.Days, series.Start, series.LastDay));
        Assert.Equal([5, null, null, 7, null], series.Between(_monday, _monday.AddDays(4)).ToArray());
        Assert.Equal(7, series[_monday.AddDays(3)]);
        Assert.Null(series[_monday.AddDays(-1)]);
        Assert.Null(series[_monday.AddDays(5)]);
    }

    [Fact]
    public void Create_UnorderedDays_NeedSorting()
    {
        KpiPoint[] points = [At(2, 1), At(0, 2), At(1, 3)];

        var refused = Assert.IsType<KpiSeriesCheck.Refused>(KpiSeries.Create(_leads, points));
        var sorted = KpiSeries.Create(_leads, points, sort: true).Required();

        Assert.Equal((KpiSeriesFault.OutOfOrder, _monday), (refused.Fault, refused.Day));
        Assert.Contains("2026-01-05", refused.Message, StringComparison.Ordinal);
        Assert.Equal([2, 3, 1], sorted.Between(sorted.Start, sorted.LastDay).ToArray());
    }

    [Theory]
    [InlineData(double.NaN, KpiSeriesFault.NotANumber)]
    [InlineData(double.PositiveInfinity, KpiSeriesFault.NotANumber)]
    [InlineData(double.NegativeInfinity, KpiSeriesFault.NotANumber)]
    [InlineData(1e101, KpiSeriesFault.NotANumber)]
    [InlineData(-0.01, KpiSeriesFault.Negative)]
    public void Create_FigureThatIsNone_IsRefusedByDay(double value, KpiSeriesFault fault)
    {
        var refused = Assert.IsType<KpiSeriesCheck.Refused>(KpiSeries.Create(_leads, [At(0, 1), At(1, value)]));

        Assert.Equal((fault, _monday.AddDays(1)), (refused.Fault, refused.Day));
        Assert.Contains("leads: 2026-01-06 holds", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Create_DayTwice_IsRefusedByDay(bool sort)
    {
        var refused = Assert.IsType<KpiSeriesCheck.Refused>(KpiSeries.Create(_leads, [At(0, 1), At(1, 1), At(1, 2)], sort));

        Assert.Equal((KpiSeriesFault.DuplicateDay, _monday.AddDays(1)), (refused.Fault, refused.Day));
    }

    [Fact]
    public void Create_NoFigureAtAll_IsRefused()
    {
        Assert.Equal(KpiSeriesFault.Empty, Assert.IsType<KpiSeriesCheck.Refused>(KpiSeries.Create(_leads, [])).Fault);
        Assert.Equal(KpiSeriesFault.Empty, Assert.IsType<KpiSeriesCheck.Refused>(KpiSeries.Create(_leads, [At(0, null)])).Fault);
    }

    [Fact]
    public void Create_YearMistyped_IsRefused()
    {
        var refused = Assert.IsType<KpiSeriesCheck.Refused>(KpiSeries.Create(_leads, [At(0, 1), new(new(2062, 1, 6), 1)]));

        Assert.Equal((KpiSeriesFault.GapTooLong, new DateOnly(2062, 1, 6)), (refused.Fault, refused.Day));
    }

    [Fact]
    public void Create_DayOfNoKpi_IsRefused() =>
        Assert.Equal(KpiSeriesFault.DayOutOfRange, Fault(KpiSeries.Create(_leads, DateOnly.MinValue, [1])));

    [Fact]
    public void CompleteThrough_RunningDay_IsLeftOut()
    {
        var series = KpiSeries.Create(_leads, _monday, [5, 6, 1]).Required();

        var complete = series.CompleteThrough(_monday.AddDays(1)).Required();

        Assert.Equal([5, 6], complete.Between(_monday, _monday.AddDays(9)).ToArray());
    }

    [Fact]
    public void CompleteThrough_SourceBehind_LeavesMissingDays()
    {
        var late = KpiSeries.Create(_leads, _monday, [5]).Required().CompleteThrough(_monday.AddDays(2)).Required();

        Assert.Equal(3, late.Days);
        Assert.Equal([5, null, null], late.Between(_monday, late.LastDay).ToArray());
    }

    [Fact]
    public void CompleteThrough_NothingLeftOrFarBehind_IsRefused()
    {
        var series = KpiSeries.Create(_leads, _monday, [null, 5]).Required();

        Assert.Equal(KpiSeriesFault.Empty, Fault(series.CompleteThrough(_monday)));
        Assert.Equal(KpiSeriesFault.Empty, Fault(series.CompleteThrough(_monday.AddDays(-3))));
        Assert.Equal(KpiSeriesFault.GapTooLong, Fault(series.CompleteThrough(_monday.AddDays(900))));
    }

    [Fact]
    public void Required_Refused_ThrowsItsMessage()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => KpiSeries.Create(_leads, []).Required());

        Assert.Contains("leads", problem.Message, StringComparison.Ordinal);
    }

    private static KpiPoint At(int day, double? value) => new(_monday.AddDays(day), value);

    private static KpiSeriesFault Fault(KpiSeriesCheck check) => Assert.IsType<KpiSeriesCheck.Refused>(check).Fault;
}
