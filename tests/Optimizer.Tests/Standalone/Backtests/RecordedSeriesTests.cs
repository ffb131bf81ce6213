using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Optimizer.Testing;
using Optimizer.Tests.Connectors.Files;
using Optimizer.Tests.Standalone.Commands;
using Xunit.Abstractions;

namespace Optimizer.Tests.Standalone.Backtests;

/// <summary>
/// The whole loop over every recorded series, and the dated events of ground/events.json that it found. The figures were read off the first
/// run of this code; the dates are the reference's.
/// </summary>
public class RecordedSeriesTests(ITestOutputHelper output)
{
    private static readonly string Play = Repository.File("samples", "plays", "onboarding-checklist.yaml");

    [SharedTheory]
    [InlineData(13, "bike_sharing_day.csv", "--date", "dteday", "--value", "cnt")]
    [InlineData(22, "daily_website_visitors.csv", "--value", "Page.Loads")]
    [InlineData(22, "daily_website_visitors.csv", "--value", "Unique.Visits")]
    [InlineData(22, "daily_website_visitors.csv", "--value", "First.Time.Visits")]
    [InlineData(20, "daily_website_visitors.csv", "--value", "Returning.Visits")]
    [InlineData(31, "upworthy_ga_daily.csv", "--value", "new_users")]
    [InlineData(17, "upworthy_ga_daily.csv", "--value", "sessions")]
    [InlineData(39, "wp_log_R.csv", "--sort")]
    [InlineData(59, "wp_log_peyton_manning.csv")]
    [InlineData(0, "nab_realAdExchange/exchange-2_cpc_results.csv", "--per-day", "mean")]
    [InlineData(0, "nab_realAdExchange/exchange-2_cpm_results.csv", "--per-day", "mean")]
    [InlineData(1, "nab_realAdExchange/exchange-3_cpc_results.csv", "--per-day", "mean")]
    [InlineData(0, "nab_realAdExchange/exchange-3_cpm_results.csv", "--per-day", "mean")]
    [InlineData(1, "nab_realAdExchange/exchange-4_cpc_results.csv", "--per-day", "mean")]
    [InlineData(0, "nab_realAdExchange/exchange-4_cpm_results.csv", "--per-day", "mean")]
    public void Backtest_EverySeries_FlagsWhatWasCounted(int anomalies, string file, params string[] options)
    {
        var json = Run(SharedFolder.File("data", "kpi", file), options);

        Assert.Equal(anomalies, json.GetProperty("flagged").GetArrayLength());
        Assert.Equal("monitoring", json.GetProperty("statusAtEnd").GetString());
        Assert.DoesNotContain("parked", json.GetProperty("others").ToString(), StringComparison.OrdinalIgnoreCase);

        // One tick a day, from the 29th day to the morning after the last.
        Assert.Equal(json.GetProperty("days").GetInt32() - 27, json.GetProperty("classes").EnumerateObject().Sum(pair => pair.Value.GetInt32()));
    }

    [SharedFact]
    public void Backtest_Upworthy_FlagsTheNewsFeedChangeWithinTenDays()
    {
        Assert.Equal(9, Lag("pageviews", 20));
        Assert.Equal(7, Lag("users", 25));

        int Lag(string column, int anomalies)
        {
            var flagged = Run(SharedFolder.File("data", "kpi", "upworthy_ga_daily.csv"), "--value", column).GetProperty("flagged").EnumerateArray().ToList();
            Assert.Equal(anomalies, flagged.Count);
            var change = Events("upworthy_ga_daily").Single();
            var first = flagged.First(spell => spell.GetProperty("class").GetString() == "drop" && Day(spell, "first") >= change);
            return Day(first, "first").DayNumber - change.DayNumber;
        }
    }

    [SharedFact]
    public void Backtest_BikeRentals_StormsAreSeenAndOnlyTheWorseIsAnAnomaly()
    {
        var days = Run(SharedFolder.File("data", "kpi", "bike_sharing_day.csv"), "--date", "dteday", "--value", "cnt").GetProperty("standingOut").EnumerateArray()
            .ToDictionary(day => Day(day, "peak"));
        var (irene, sandy) = (Events("bike_sharing_day")[0], Events("bike_sharing_day")[1]);

        // One day at a quarter of its level does not move two weeks by a fifth: the page says so.
        Assert.Equal(JsonValueKind.Null, days[irene].GetProperty("flaggedOn").ValueKind);
        Assert.Equal(7, Day(days[sandy], "flaggedOn").DayNumber - sandy.DayNumber);
        Assert.Equal(-0.99, days[sandy].GetProperty("change").GetDouble(), 0.01);
    }

    [SharedFact]
    public void Backtest_PageViews_FlagsEveryDatedEvent()
    {
        using var views = new WrittenFile("date,views\n" + string.Concat(File.ReadLines(SharedFolder.File("data", "kpi", "wp_log_peyton_manning.csv")).Skip(1)
            .Select(line => line.Split(',')).Select(row => string.Create(
                CultureInfo.InvariantCulture, $"{row[0]},{Math.Round(Math.Exp(double.Parse(row[1], CultureInfo.InvariantCulture)))}\n"))));
        var spikes = Run(views.Path).GetProperty("flagged").EnumerateArray().Where(spell => spell.GetProperty("class").GetString() == "spike").ToList();
        var found = Events("wp_log_peyton_manning").Select(day => (Day: day, Spike: spikes.Find(
            spell => Day(spell, "last") >= day && Day(spell, "first") <= day.AddDays(3)))).ToList();
        foreach (var (day, spike) in found)
        {
            output.WriteLine($"{day:yyyy-MM-dd}: {(spike.ValueKind == JsonValueKind.Undefined ? "missed" : $"spike from {Day(spike, "first"):yyyy-MM-dd} to {Day(spike, "last"):yyyy-MM-dd}")}");
        }

        // Six of ten began a spike of their own within three days; the others came while one was under way.
        Assert.All(found, each => Assert.Equal(JsonValueKind.Object, each.Spike.ValueKind));
        Assert.Equal(6, found.Count(each => Day(each.Spike, "first") > each.Day));
    }

    private JsonElement Run(string file, params string[] options)
    {
        var watch = Stopwatch.StartNew();
        var json = Ran.Of(["backtest", "--play", Play, "--kpi", file, "--json", .. options]).Json;
        output.WriteLine(
            $"{Path.GetFileName(file)} {json.GetProperty("value")}: {json.GetProperty("days")} days in {watch.ElapsedMilliseconds:#,0} ms, "
            + $"{json.GetProperty("flagged").GetArrayLength()} anomalies, {json.GetProperty("standingOut").GetArrayLength()} stretches far from usual, classes {json.GetProperty("classes").GetRawText().ReplaceLineEndings("")}");
        return json;
    }

    private static List<DateOnly> Events(string series)
    {
        using var events = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("data", "ground", "events.json")));
        return [.. events.RootElement.GetProperty(series).EnumerateArray().Select(each => DateOnly.Parse(each[0].GetString()!, CultureInfo.InvariantCulture))];
    }

    private static DateOnly Day(JsonElement element, string field) => DateOnly.Parse(element.GetProperty(field).GetString()!, CultureInfo.InvariantCulture);
}
