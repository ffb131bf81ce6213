using System.Globalization;
using Optimizer.Tests.Connectors.Files;

namespace Optimizer.Tests.Standalone.Commands;

public class MonitorCommandTests
{
    [Fact]
    public void Monitor_OneDocument_HasItsFieldsAndNothingElse()
    {
        using var file = new WrittenFile(Series(60, day => day == 50 ? 900 : 100 + (day % 7)));
        var json = Ran.Of("monitor", file.Path, "--date", "d", "--value", "y", "--json").Json;

        Assert.Equal(
            ["file", "value", "rows", "first", "last", "days", "missingDays", "latest", "drift", "weeks", "flaggedDays"],
            json.EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ["day", "class", "change", "interval90", "level", "movement", "confirmedPlateau", "reasons"],
            json.GetProperty("weeks")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ["day", "value", "expected", "score", "flag", "severe", "shift", "movement", "reasons"],
            json.GetProperty("flaggedDays")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(["change", "limit", "breached", "reasons"], json.GetProperty("drift").EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public void Monitor_LowerIsBetter_CallsARiseBad()
    {
        using var file = new WrittenFile(Series(60, day => day < 46 ? 100 + (day % 7) : 150 + (day % 7)));

        Assert.Equal("good", Movement());
        Assert.Equal("bad", Movement("--lower-is-better"));

        string? Movement(params string[] options) => Ran.Of(["monitor", file.Path, "--date", "d", "--value", "y", "--json", .. options])
            .Json.GetProperty("latest").GetProperty("movement").GetString();
    }

    [Fact]
    public void Monitor_OneDay_SaysThatDaysAreMissing()
    {
        using var file = new WrittenFile(Series(1, _ => 5));
        var ran = Ran.Of("monitor", file.Path, "--date", "d", "--value", "y");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("not enough days", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Monitor_BadFile_IsRefusedInOneLine()
    {
        using var file = new WrittenFile("d,y\n2024-01-01,1\n2024-01-01,2\n");

        Assert.StartsWith(
            $"{file.Path}:3: column 'd': 2024-01-01 stands on line 2 already", Ran.Of("monitor", file.Path, "--date", "d", "--value", "y").Refusal(), StringComparison.Ordinal);
    }

    private static string Series(int days, Func<int, double> figure) => "d,y\n" + string.Concat(Enumerable.Range(0, days).Select(day =>
        string.Create(CultureInfo.InvariantCulture, $"{new DateOnly(2024, 1, 1).AddDays(day):yyyy-MM-dd},{figure(day)}\n")));
}
