using System.Globalization;
using Optimizer.Tests.Connectors.Files;
using Optimizer.Tests.Standalone.Commands;

namespace Optimizer.Tests.Standalone.Monitoring;

public class MonitorPageTests
{
    [Fact]
    public void Write_Series_ShowsWeeksDaysAndWhereItStands()
    {
        using var file = new WrittenFile(Series("[y]"));
        var page = Ran.Of("monitor", file.Path, "--date", "d", "--value", "[y]").Output;

        Assert.StartsWith($"[y] in {Path.GetFileName(file.Path)}: 70 days from 2024-01-01 to 2024-03-10", page, StringComparison.Ordinal);
        Assert.Contains("week to", page, StringComparison.Ordinal);
        Assert.Contains("high +", page, StringComparison.Ordinal);
        Assert.Contains("severe", page, StringComparison.Ordinal);
        Assert.Contains("Now (2024-03-10): ", page, StringComparison.Ordinal);
    }

    private static string Series(string name) => $"d,{name}\n" + string.Concat(Enumerable.Range(0, 70).Select(day => string.Create(
        CultureInfo.InvariantCulture, $"{new DateOnly(2024, 1, 1).AddDays(day):yyyy-MM-dd},{(day == 60 ? 900 : 100 + (day % 7))}\n")));
}
