using System.Text.Json.Nodes;
using Optimizer.Domain.Monitoring;
using Optimizer.Standalone.Calc;

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
                ["change"] = CalcOutput.Number(report.Drift.Change),
                ["limit"] = CalcOutput.Number(report.Drift.Limit),
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
        ["class"] = CalcNames.Of(reading.Class),
        ["change"] = CalcOutput.Number(reading.Change),
        ["interval90"] = reading.Interval is { } interval ? CalcOutput.Numbers([interval.Low, interval.High]) : null,
        ["level"] = CalcNames.Of(reading.Level),
        ["movement"] = CalcNames.Of(reading.Movement),
        ["confirmedPlateau"] = reading.IsConfirmedPlateau,
        ["reasons"] = Texts(reading.Reasons),
    };

    private static JsonObject Marked(DayReading day) => new()
    {
        ["day"] = Day(day.Day),
        ["value"] = CalcOutput.Number(day.Value),
        ["expected"] = CalcOutput.Number(day.Expected),
        ["score"] = CalcOutput.Number(day.Score),
        ["flag"] = CalcNames.Of(day.Flag),
        ["severe"] = day.IsSevere,
        ["shift"] = day.Shift is { } shift ? CalcNames.Of(shift) : null,
        ["movement"] = CalcNames.Of(day.Movement),
        ["reasons"] = Texts(day.Reasons),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
