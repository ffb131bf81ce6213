using System.Text.Json.Nodes;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Policies;
using Optimizer.Standalone.Commands;

namespace Optimizer.Standalone.Backtests;

/// <summary>A backtest as one document.</summary>
internal static class BacktestJson
{
    public static JsonObject Of(BacktestReport report) => new()
    {
        ["play"] = report.Play.Slug,
        ["kpi"] = report.Options.KpiKey,
        ["file"] = report.Options.KpiFile,
        ["value"] = report.Series.Kpi.Name,
        ["first"] = Day(report.Series.Start),
        ["last"] = Day(report.Series.LastDay),
        ["days"] = report.Series.Days,
        ["missingDays"] = report.Options.Kpi.Missing,
        ["replayedFrom"] = Day(report.Plan.First),
        ["autonomy"] = JsonValues.Name(report.Plan.Level),
        ["autonomyAtEnd"] = JsonValues.Name(report.View.Autonomy),
        ["statusAtEnd"] = JsonValues.Name(report.View.Status),
        ["notes"] = Texts(report.Plan.Notes),
        ["unknowable"] = Texts(BacktestLimits.Of(report)),
        ["classes"] = new JsonObject(report.Trail.Classes.Select(pair => KeyValuePair.Create(JsonValues.Name(pair.Key), (JsonNode?)pair.Value))),
        ["flagged"] = List(report.Trail.Spells, spell => new()
        {
            ["id"] = spell.Anomaly,
            ["class"] = JsonValues.Name(spell.Class),
            ["first"] = Day(spell.First),
            ["last"] = Day(spell.Last),
            ["days"] = spell.Ticks,
            ["change"] = JsonValues.Number(spell.Change),
            ["strongest"] = JsonValues.Number(spell.Strongest),
            ["diagnoses"] = spell.Diagnoses,
            ["reasons"] = Texts(spell.Reasons),
        }),
        ["standingOut"] = List(report.StandingOut, day => new()
        {
            ["first"] = Day(day.First),
            ["peak"] = Day(day.Peak.Day),
            ["days"] = day.Days,
            ["change"] = JsonValues.Number(day.Change),
            ["flaggedOn"] = day.FlaggedOn is { } on ? Day(on) : null,
        }),
        ["hypotheses"] = List(report.Trail.Proposed, proposed => new()
        {
            ["id"] = proposed.Hypothesis.Id,
            ["variable"] = proposed.Hypothesis.Variable,
            ["change"] = proposed.Hypothesis.Change,
            ["expectedImpact"] = JsonValues.Number(proposed.Hypothesis.ExpectedImpact),
            ["risk"] = JsonValues.Name(proposed.Hypothesis.Risk),
            ["first"] = Day(proposed.First),
            ["times"] = proposed.Times,
            ["rulingId"] = proposed.RulingId,
            ["ruling"] = RulingOf(proposed.Ruling),
            ["atFull"] = RulingOf(proposed.AtFull),
        }),
        ["experiments"] = List(report.Trail.Experiments, Experiment),
        ["approvals"] = List(report.Trail.Asked, asked => new()
        {
            ["id"] = asked.Request.Id,
            ["at"] = asked.Request.AskedAt.ToString("O"),
            ["seat"] = JsonValues.Name(asked.Request.Seat),
            ["title"] = asked.Request.Title,
            ["reasons"] = Texts(asked.Request.Reasons),
            ["state"] = JsonValues.Name(asked.State),
            ["assumed"] = true,
        }),
        ["others"] = List(report.Trail.Others, other => new() { ["day"] = Day(other.Day), ["text"] = other.Text }),
        ["unusedRecordings"] = report.UnusedRecordings,
        ["records"] = report.Records,
        ["data"] = report.Options.Folder,
    };

    private static JsonObject Experiment(ReplayedExperiment experiment) => new()
    {
        ["id"] = experiment.Id,
        ["recording"] = experiment.Recording,
        ["recordedDays"] = experiment.RecordedDays,
        ["hypothesis"] = experiment.Card.Hypothesis.Change,
        ["first"] = Day(experiment.First),
        ["endedOn"] = experiment.EndedOn is { } on ? Day(on) : null,
        ["end"] = experiment.Ended is { } ended ? JsonValues.Name(ended.End) : null,
        ["decision"] = experiment.Last?.Id,
        ["cutShort"] = experiment.IsCutShort,
        ["code"] = experiment.Last?.Decision.Code,
        ["days"] = experiment.LookDay,
        ["gain"] = JsonValues.Number(experiment.Ended?.Gain),
        ["lowest"] = JsonValues.Number(experiment.Ended?.Lowest),
        ["highest"] = JsonValues.Number(experiment.Ended?.Highest),
        ["booked"] = JsonValues.Number(experiment.Ended?.Booked),
        ["units"] = experiment.Ended?.Units,
        ["reasons"] = Texts(experiment.Ended?.Reasons ?? []),
        ["otherMode"] = experiment.Other is not { } other ? null : new JsonObject
        {
            ["mode"] = JsonValues.Name(other.Mode),
            ["code"] = (other.First ?? other.Decision).Code,
            ["day"] = other.FirstDay,
        },
        ["statedRules"] = List(experiment.Fired, fired => new()
        {
            ["rule"] = fired.Trigger.Rule,
            ["day"] = fired.Day,
            ["would"] = JsonValues.Name(fired.Trigger.Literally),
            ["text"] = fired.Trigger.Text,
        }),
    };

    private static JsonObject? RulingOf(Ruling? ruling) => ruling is null ? null : new()
    {
        ["kind"] = JsonValues.Name(ruling.Kind),
        ["code"] = ruling.Code,
        ["seat"] = ruling.Seat is { } seat ? JsonValues.Name(seat) : null,
        ["reasons"] = Texts(ruling.Reasons),
    };

    private static JsonArray List<TItem>(IEnumerable<TItem> items, Func<TItem, JsonObject> node) => new([.. items.Select(node)]);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static string Day(DateOnly day) => AuditWords.Day(day);
}
