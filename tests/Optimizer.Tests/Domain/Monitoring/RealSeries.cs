using System.Globalization;
using System.Text.Json;
using Optimizer.Domain.Kpis;
using Optimizer.Testing;

namespace Optimizer.Tests.Domain.Monitoring;

/// <summary>The recorded daily series, each with the weekly figures worked out for it elsewhere.</summary>
internal static class RealSeries
{
    public static readonly string[] Names =
        ["bike_rentals", "cdnow_revenue_dev", "upworthy_pageviews", "upworthy_users", "website_unique_visits", "wp_log_peyton_manning_views", "wp_log_R_views"];

    public static KpiSeries Load(string name) => name switch
    {
        "bike_rentals" => Read(name, KpiKind.Count, "dteday", "cnt", "kpi", "bike_sharing_day.csv"),
        "cdnow_revenue_dev" => Read(name, KpiKind.Money, "date", "amount_usd", "ledger", "cdnow_purchases_dev.csv"),
        "upworthy_pageviews" => Read(name, KpiKind.Count, "date", "pageviews", "kpi", "upworthy_ga_daily.csv"),
        "upworthy_users" => Read(name, KpiKind.Count, "date", "users", "kpi", "upworthy_ga_daily.csv"),
        "website_unique_visits" => Read(name, KpiKind.Count, "Date", "Unique.Visits", "kpi", "daily_website_visitors.csv"),
        "wp_log_peyton_manning_views" => Read(name, KpiKind.Count, "ds", "y", "kpi", "wp_log_peyton_manning.csv", Math.Exp),
        "wp_log_R_views" => Read(name, KpiKind.Count, "ds", "y", "kpi", "wp_log_R.csv", Math.Exp),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "unknown series"),
    };

    public static IEnumerable<(DateOnly WeekEnding, double Change, string Class, int Recent, int Baseline)> Weekly(string name) =>
        from row in Rows(SharedFolder.File("data", "ground", "weekly", name + ".csv"))
        select (Day(row["week_ending"]), Number(row["change"]), row["class"], int.Parse(row["days_recent"], CultureInfo.InvariantCulture), int.Parse(row["days_base"], CultureInfo.InvariantCulture));

    public static IReadOnlyList<DateOnly> Events(string key)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("data", "ground", "events.json")));
        return [.. document.RootElement.GetProperty(key).EnumerateArray().Select(pair => Day(pair[0].GetString()!))];
    }

    private static KpiSeries Read(string name, KpiKind kind, string dayColumn, string valueColumn, string folder, string file, Func<double, double>? map = null)
    {
        var points = Rows(SharedFolder.File("data", folder, file))
            .Select(row => (Day: Day(row[dayColumn]), Text: row[valueColumn]))
            .GroupBy(row => row.Day, row => row.Text)
            .Select(day => new KpiPoint(day.Key, day.Any(text => text.Length > 0) ? day.Where(text => text.Length > 0).Sum(text => (map ?? (value => value))(Number(text))) : null));
        return KpiSeries.Create(new Kpi(name, KpiDirection.HigherIsBetter, kind), points, sort: true).Required();
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        var lines = File.ReadLines(path).Select(line => line.Trim().Split(',').Select(cell => cell.Trim('"')).ToArray()).Where(cells => cells.Length > 1).ToList();
        return lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
