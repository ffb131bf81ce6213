using System.Globalization;
using System.Text.Json;
using Optimizer.Testing;
using Optimizer.Tests.Standalone.Commands;
using Xunit.Abstractions;

namespace Optimizer.Tests.RealData;

/// <summary>Recorded KPI series through the command.</summary>
public class RecordedKpiTests(ITestOutputHelper output)
{
    [SharedTheory]
    [InlineData("bike_sharing_day.csv", "dteday", "cnt", "bike_rentals")]
    [InlineData("daily_website_visitors.csv", "Date", "Unique.Visits", "website_unique_visits")]
    [InlineData("upworthy_ga_daily.csv", "date", "pageviews", "upworthy_pageviews")]
    [InlineData("upworthy_ga_daily.csv", "date", "users", "upworthy_users")]
    public void Monitor_WeeklyChanges_AgreeWithTheReference(string file, string date, string value, string reference)
    {
        var weeks = Monitor(file, date, value).GetProperty("weeks").EnumerateArray().ToDictionary(week => week.GetProperty("day").GetString()!);
        var expected = File.ReadLines(SharedFolder.File("data", "ground", "weekly", reference + ".csv")).Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(Ground.Of("kpi_weekly", reference, "weeks").GetInt32(), expected.Count);
        Assert.All(expected, week => Assert.Equal(
            double.Parse(week[5], CultureInfo.InvariantCulture), weeks[week[0]].GetProperty("change").GetDouble(), 1.1e-5));
    }

    [SharedTheory]
    [InlineData("bike_sharing_day.csv", "dteday", "cnt")]
    [InlineData("daily_website_visitors.csv", "Date", "Page.Loads")]
    [InlineData("daily_website_visitors.csv", "Date", "First.Time.Visits")]
    [InlineData("daily_website_visitors.csv", "Date", "Returning.Visits")]
    [InlineData("upworthy_ga_daily.csv", "date", "sessions")]
    [InlineData("wp_log_R.csv", "ds", "y", "--sort")]
    [InlineData("wp_log_peyton_manning.csv", "ds", "y")]
    [InlineData("nab_realAdExchange/exchange-2_cpc_results.csv", "timestamp", "value", "--per-day", "mean")]
    [InlineData("nab_realAdExchange/exchange-2_cpm_results.csv", "timestamp", "value", "--per-day", "mean")]
    [InlineData("nab_realAdExchange/exchange-3_cpc_results.csv", "timestamp", "value", "--per-day", "mean")]
    [InlineData("nab_realAdExchange/exchange-3_cpm_results.csv", "timestamp", "value", "--per-day", "mean")]
    [InlineData("nab_realAdExchange/exchange-4_cpc_results.csv", "timestamp", "value", "--per-day", "mean")]
    [InlineData("nab_realAdExchange/exchange-4_cpm_results.csv", "timestamp", "value", "--per-day", "mean")]
    public void Monitor_EverySeries_IsRead(string file, string date, string value, params string[] options)
    {
        var json = Monitor(file, date, value, options);
        var classes = json.GetProperty("weeks").EnumerateArray().CountBy(week => week.GetProperty("class").GetString()!).OrderByDescending(pair => pair.Value);
        output.WriteLine(
            $"{file} {value}: {json.GetProperty("days")} days, {json.GetProperty("missingDays")} missing, {json.GetProperty("flaggedDays").GetArrayLength()} stand out; "
            + string.Join(", ", classes.Select(pair => $"{pair.Key} {pair.Value}")));

        Assert.InRange(json.GetProperty("flaggedDays").GetArrayLength(), 0, json.GetProperty("days").GetInt32() / 4);
        Assert.Equal("", Ran.Of(["monitor", Path(file), "--date", date, "--value", value, .. options]).Error);
    }

    private static JsonElement Monitor(string file, string date, string value, params string[] options) =>
        Ran.Of(["monitor", Path(file), "--date", date, "--value", value, "--json", .. options]).Json;

    private static string Path(string file) => SharedFolder.File("data", "kpi", file);
}
