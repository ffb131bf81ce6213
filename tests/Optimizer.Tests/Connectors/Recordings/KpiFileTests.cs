using Optimizer.Connectors.Files;
using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Kpis;
using Optimizer.Tests.Connectors.Files;

namespace Optimizer.Tests.Connectors.Recordings;

public class KpiFileTests
{
    [Fact]
    public void Read_DaysWithGapsAndEmptyFigures_AreMissing()
    {
        var recording = Read("d,y\n2024-01-01,5\n2024-01-02,\n2024-01-05,7\n");

        Assert.Equal((3L, 3, 5), (recording.Rows, recording.Missing, recording.Series.Days));
        Assert.Equal(KpiKind.Count, recording.Series.Kpi.Kind);
    }

    [Theory]
    [InlineData(PerDay.Sum, 9)]
    [InlineData(PerDay.Mean, 4.5)]
    public void Read_SeveralRowsADay_BecomeOneFigure(PerDay perDay, double expected)
    {
        var series = Read("d,y\n2024-01-01 00:00,5\n2024-01-01 12:00,4\n2024-01-01 13:00,\n", perDay).Series;

        Assert.Equal([expected], series.Between(series.Start, series.LastDay).ToArray());
    }

    [Fact]
    public void Read_UnsortedDays_AreSortedWhenAsked()
    {
        var series = Read("d,y\n2024-01-02,5\n2024-01-01,4\n", sort: true).Series;

        Assert.Equal([4, 5], series.Between(series.Start, series.LastDay).ToArray());
    }

    [Theory]
    [InlineData("d,y\n2024-01-02,5\n2024-01-01,4\n", ":3: column 'd': 2024-01-01 comes after 2024-01-02; sort the rows from old to new, or say --sort")]
    [InlineData("d,y\n2024-01-02,5\n2024-01-02,4\n", ":3: column 'd': 2024-01-02 stands on line 2 already; one row a day is needed, or say --per-day sum or --per-day mean")]
    [InlineData("d,y\n2024-01-02,-5\n", ":2: column 'y': '-5' is negative; a KPI's figure is 0 or more")]
    [InlineData("d,y\n2024-01-02,NaN\n", ":2: column 'y': 'NaN' is not a finite number; leave the field empty when the value is missing")]
    [InlineData("d,y\n2024-01-02,\"1,5\"\n", ":2: column 'y': '1,5' has a comma; use a point for decimals and nothing between thousands")]
    [InlineData("d,y\nsoon,1\n", ":2: column 'd': 'soon' is not a date; write dates as yyyy-MM-dd")]
    [InlineData("d,y\n", ": the file has a header but no rows")]
    [InlineData("", ": the file is empty; it needs a first line with column names")]
    [InlineData("d,x\n2024-01-02,1\n", ":1: column 'y': there is no such column; the columns are d, x")]
    public void Read_WhatCannotBeUsed_IsRefused(string content, string expected)
    {
        using var file = new WrittenFile(content);
        var fault = Assert.Throws<FileFaultException>(() => KpiFile.Read(file.Path, "d", "y", KpiDirection.HigherIsBetter));

        Assert.Equal(file.Path + expected, fault.Message);
    }

    private static KpiRecording Read(string content, PerDay perDay = PerDay.One, bool sort = false)
    {
        using var file = new WrittenFile(content);
        return KpiFile.Read(file.Path, "d", "y", KpiDirection.HigherIsBetter, perDay, sort);
    }
}
