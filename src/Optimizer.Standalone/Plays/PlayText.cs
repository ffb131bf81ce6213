using System.Globalization;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Reports;
using Optimizer.Standalone.Commands;

namespace Optimizer.Standalone.Plays;

/// <summary>Parts of a definition as sentences. Not escaped: names are others' text.</summary>
internal static class PlayText
{
    /// <summary>Such as "up, to >= 1.8 %".</summary>
    public static string Goal(PlayKpi kpi) =>
        $"{(kpi.Direction == KpiDirection.HigherIsBetter ? "up" : "down")}{(Goals.Text(kpi) is { } goal ? $", to {goal}" : "")}{(kpi.Period is { } period ? $" per {Words(period)}" : "")}";

    /// <summary>Such as "meeting_booked out of email_sent, within 14 days".</summary>
    public static string Measured(Measure measure) => measure.Type switch
    {
        MeasureType.Ratio => $"{Event(measure.Numerator!)} out of {Event(measure.Denominator!)}{(measure.ConversionWindow is { } window ? $", within {Length(window)}" : "")}",
        MeasureType.Count => $"number of {Event(measure.Of!)}{Per(measure)}",
        MeasureType.Sum => $"sum of {Event(measure.Of!)}{Per(measure)}",
        MeasureType.Average => $"average of {Event(measure.Of!)}{Per(measure)}",
        MeasureType.Median => $"median of {Event(measure.Of!)}{Per(measure)}",
        MeasureType.CostPer => $"cost per {Event(measure.PerEvent!)}",
        MeasureType.Difference => $"{Measured(measure.Metric!)}, against {Words(measure.Against!)}",
        MeasureType.External => $"{measure.Name} from {measure.Source}",
        MeasureType.Hogql => "a HogQL query",
        MeasureType.Untracked => "not tracked",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure.Type, "unknown type of measure"),
    };

    /// <summary>Such as "unsubscribe_rate above 1.5 % for 2 days: pause".</summary>
    public static string Rule(GuardrailRule rule)
    {
        var side = rule.Operator switch
        {
            ">" => "above",
            ">=" => "at or above",
            "<" => "below",
            "<=" => "at or below",
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Operator, "unknown sign"),
        };
        var value = rule.Unit is null or "count" or "ratio" ? Number(rule.Value) : rule.Unit == "percent" ? $"{Number(rule.Value)} %" : $"{Number(rule.Value)} {rule.Unit}";
        var limit = rule.Basis switch
        {
            GuardrailBasis.Absolute => $"{side} {value}",
            GuardrailBasis.PercentOfBaseline => $"{side} {value} of its baseline",
            GuardrailBasis.ChangeFromBaseline => $"{(rule.Operator[0] == '>' ? "up" : "down")} by more than {value} on its baseline",
            GuardrailBasis.VsControl => $"{(rule.Operator[0] == '>' ? "up" : "down")} by more than {value} on control",
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Basis, "unknown basis"),
        };
        return $"{rule.Metric} {limit}{(rule.ForPeriods is { } span ? $" for {Length(span)}" : "")}{(rule.Scope is { } scope ? $", by {Words(scope)}" : "")}"
            + $"{(rule.WhileExperimentOnly ? ", while an experiment runs" : "")}: {(rule.Action == GuardrailAction.Notify ? "tell people" : Words(JsonValues.Name(rule.Action)))}";
    }

    /// <summary>Such as "changes to pricing or discount of 5 % and more, on offer".</summary>
    public static string Approval(ApprovalNeed need) =>
        $"{Words(need.When)}{(need.ThresholdPercent is { } percent ? $", from {Number(percent)} %" : "")}{(need.Variables.Count > 0 ? $", on {string.Join(", ", need.Variables)}" : "")}";

    /// <summary>Such as "2 weeks".</summary>
    public static string Length(Span span) => $"{span.N} {JsonValues.Name(span.Unit)}{(span.N == 1 ? "" : "s")}";

    /// <summary>Such as "week", "2 weeks".</summary>
    public static string Every(Span span) => span.N == 1 ? JsonValues.Name(span.Unit) : Length(span);

    public static string Number(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);

    public static string Words(string name) => name.Replace('_', ' ');

    public static string Percent(double share) => Domain.Words.Limit(share);

    private static string Event(EventSelector selector) =>
        (selector.Property is { } property ? $"{property} of " : "") + selector.Event
        + (selector.Where.Count > 0 ? $" with {string.Join(", ", selector.Where.Select(pair => $"{pair.Key} {pair.Value}"))}" : "");

    private static string Per(Measure measure) => measure.Per is { } per ? $" per {Words(per)}" : "";
}
