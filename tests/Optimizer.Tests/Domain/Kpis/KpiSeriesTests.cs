using Optimizer.Domain.Kpis;

namespace Optimizer.Tests.Domain.Kpis;

public class KpiSeriesTests
{
    private static readonly Kpi Leads = new("leads");
    private static readonly DateOnly Monday = new(2026, 1, 5);

    [Fact]
    public void Create_DaysLeftOut_AreMissing()
    {
        var series = KpiSeries.Create(Leads, [At(0, 5), At(3, 7), At(4, null)]).Required();

        Assert.Equal((5, Monday, Monday.AddDays(4)), (series.Days, series.Start, series.LastDay));
        Assert.Equal([5, null, null, 7, null], series.Between(Monday, Monday.AddDays(4)).ToArray());
        Assert.Equal(7, series[Monday.AddDays(3)]);
        Assert.Null(series[Monday.AddDays(-1)]);
        Assert.Null(series[Monday.AddDays(5)]);
    }

    [Fact]
    public void Create_UnorderedDays_NeedSorting()
    {
        KpiPoint[] points = [At(2, 1), At(0, 2), At(1, 3)];

        var refused = Assert.IsType<KpiSeriesCheck.Refused>(KpiSeries.Create(Leads, points));
        var sorted = KpiSeries.Create(Leads, points, sort: true).Required();

        Assert.Equal((KpiSeriesFault.OutOfOrder, Monday), (refused.Fault, refused.Day));
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
        var refused = Assert.IsType<KpiSeriesCheck.Refused>(KpiSeries.Create(Leads, [At(0, 1), At(1, value)]));

        Assert.Equal((fault, Monday.AddDays(1)), (refused.Fault, refused.Day));
        Assert.Contains("leads: 2026-01-06 holds", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Create_DayTwice_IsRefusedByDay(bool sort)
    {
        var refused = Assert.IsType<KpiSeriesCheck.Refused>(KpiSeries.Create(Leads, [At(0, 1), At(1, 1), At(1, 2)], sort));

        Assert.Equal((KpiSeriesFault.DuplicateDay, Monday.AddDays(1)), (refused.Fault, refused.Day));
    }

    [Fact]
    public void Create_NoFigureAtAll_IsRefused()
    {
        Assert.Equal(KpiSeriesFault.Empty, Assert.IsType<KpiSeriesCheck.Refused>(KpiSeries.Create(Leads, [])).Fault);
        Assert.Equal(KpiSeriesFault.Empty, Assert.IsType<KpiSeriesCheck.Refused>(KpiSeries.Create(Leads, [At(0, null)])).Fault);
    }

    [Fact]
    public void Create_YearMistyped_IsRefused()
    {
        var refused = Assert.IsType<KpiSeriesCheck.Refused>(KpiSeries.Create(Leads, [At(0, 1), new(new(2062, 1, 6), 1)]));

        Assert.Equal((KpiSeriesFault.GapTooLong, new DateOnly(2062, 1, 6)), (refused.Fault, refused.Day));
    }

    [Fact]
    public void Create_DayOfNoKpi_IsRefused() =>
        Assert.Equal(KpiSeriesFault.DayOutOfRange, Fault(KpiSeries.Create(Leads, DateOnly.MinValue, [1])));

    [Fact]
    public void CompleteThrough_RunningDay_IsLeftOut()
    {
        var series = KpiSeries.Create(Leads, Monday, [5, 6, 1]).Required();

        var complete = series.CompleteThrough(Monday.AddDays(1)).Required();

        Assert.Equal([5, 6], complete.Between(Monday, Monday.AddDays(9)).ToArray());
    }

    [Fact]
    public void CompleteThrough_SourceBehind_LeavesMissingDays()
    {
        var late = KpiSeries.Create(Leads, Monday, [5]).Required().CompleteThrough(Monday.AddDays(2)).Required();

        Assert.Equal(3, late.Days);
        Assert.Equal([5, null, null], late.Between(Monday, late.LastDay).ToArray());
    }

    [Fact]
    public void CompleteThrough_NothingLeftOrFarBehind_IsRefused()
    {
        var series = KpiSeries.Create(Leads, Monday, [null, 5]).Required();

        Assert.Equal(KpiSeriesFault.Empty, Fault(series.CompleteThrough(Monday)));
        Assert.Equal(KpiSeriesFault.Empty, Fault(series.CompleteThrough(Monday.AddDays(-3))));
        Assert.Equal(KpiSeriesFault.GapTooLong, Fault(series.CompleteThrough(Monday.AddDays(900))));
    }

    [Fact]
    public void Required_Refused_ThrowsItsMessage()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => KpiSeries.Create(Leads, []).Required());

        Assert.Contains("leads", problem.Message, StringComparison.Ordinal);
    }

    private static KpiPoint At(int day, double? value) => new(Monday.AddDays(day), value);

    private static KpiSeriesFault Fault(KpiSeriesCheck check) => Assert.IsType<KpiSeriesCheck.Refused>(check).Fault;
}
