using System.Text.Json.Nodes;
using Optimizer.Domain.Monitoring;
using Optimizer.Standalone.Commands;

namespace Optimizer.Standalone.Monitoring;

/// <summary>A KPI's report for machines. Changes are fractions of the baseline.</summary>
internal static class MonitorJson
{
    public static JsonObject Of(MonitorReport report)
    {
        var series = report.Recording.Series;
        return new()
        {
            ["file"] = report.File,
            ["value"] = series.Kpi.Name,
            ["rows"] = report.Recording.Rows,
            ["first"] = Day(series.Start),
            ["last"] = Day(series.LastDay),
            ["days"] = series.Days,
            ["missingDays"] = report.Recording.Missing,
            ["latest"] = Week(report.Latest),
            ["drift"] = new JsonObject
            {
                ["change"] = JsonValues.Number(report.Drift.Change),
                ["limit"] = JsonValues.Number(report.Drift.Limit),
                ["breached"] = report.Drift.IsBreached,
                ["reasons"] = Texts(report.Drift.Reasons),
            },
            ["weeks"] = new JsonArray([.. report.Weeks.Select(week => (JsonNode)Week(week))]),
            ["flaggedDays"] = new JsonArray([.. report.Marked.Select(day => (JsonNode)Marked(day))]),
        };
    }

    private static JsonObject Week(Reading reading) => new()
    {
        ["day"] = Day(reading.Day),
        ["class"] = JsonValues.Name(reading.Class),
        ["change"] = JsonValues.Number(reading.Change),
        ["interval90"] = reading.Interval is { } interval ? JsonValues.Numbers([interval.Low, interval.High]) : null,
        ["level"] = JsonValues.Name(reading.Level),
        ["movement"] = JsonValues.Name(reading.Movement),
        ["confirmedPlateau"] = reading.IsConfirmedPlateau,
        ["reasons"] = Texts(reading.Reasons),
    };

    private static JsonObject Marked(DayReading day) => new()
    {
        ["day"] = Day(day.Day),
        ["value"] = JsonValues.Number(day.Value),
        ["expected"] = JsonValues.Number(day.Expected),
        ["score"] = JsonValues.Number(day.Score),
        ["flag"] = JsonValues.Name(day.Flag),
        ["severe"] = day.IsSevere,
        ["shift"] = day.Shift is { } shift ? JsonValues.Name(shift) : null,
        ["movement"] = JsonValues.Name(day.Movement),
        ["reasons"] = Texts(day.Reasons),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
