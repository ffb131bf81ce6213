using Optimizer.Connectors.Files;
using Optimizer.Connectors.Recordings;
using Optimizer.Tests.Connectors.Files;

namespace Optimizer.Tests.Connectors.Recordings;

public class RecordingColumnsTests
{
    [Theory]
    [InlineData("date,signups", null, null, "date", "signups")]
    [InlineData("Day,other,goal", null, null, "Day", "goal")]
    [InlineData("when,a,b", "when", "b", "when", "b")]
    [InlineData("ds,y", null, null, "ds", "y")]
    public void OfKpi_FindsColumnsByTheirNames(string header, string? date, string? value, string day, string figure)
    {
        using var file = new WrittenFile(header + "\n");

        Assert.Equal((day, figure), RecordingColumns.OfKpi(file.Path, date, value, ["goal"]));
    }

    [Theory]
    [InlineData("when,signups", "name it with --date: the columns are 'when', 'signups'")]
    [InlineData("date,a,b", "name it with --value: the columns are 'date', 'a', 'b'")]
    public void OfKpi_NoTellingName_SaysWhatToName(string header, string problem)
    {
        using var file = new WrittenFile(header + "\n");

        Assert.Contains(problem, Assert.Throws<FileFaultException>(() => RecordingColumns.OfKpi(file.Path, null, null, ["goal"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date,variant,visitors,signups", "signups", null)]
    [InlineData("experiment,date,variant,users,orders", "orders", "experiment")]
    [InlineData("date,arm,n,signups,orders", "signups", null)]
    public void OfExperiments_FindsColumnsByTheirNames(string header, string metric, string? experiment)
    {
        using var file = new WrittenFile(header + "\n");
        var (columns, found) = RecordingColumns.OfExperiments(file.Path, new() { Control = "control", Metric = "", Variant = "" }, "signups");

        Assert.Equal((metric, experiment, "date"), (columns.Metric, found, columns.Date));
    }

    [Theory]
    [InlineData("date,n,signups", "--arm")]
    [InlineData("variant,n,signups", "--date")]
    [InlineData("date,variant,n,a,b", "--metric")]
    public void OfExperiments_NoTellingName_SaysWhatToName(string header, string option)
    {
        using var file = new WrittenFile(header + "\n");

        Assert.Contains(option, Assert.Throws<FileFaultException>(
            () => RecordingColumns.OfExperiments(file.Path, new() { Control = "control", Metric = "", Variant = "" }, "signups")).Message, StringComparison.Ordinal);
    }
}
