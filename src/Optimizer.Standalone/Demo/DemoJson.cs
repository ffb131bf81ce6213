using System.Text.Json.Nodes;
using Optimizer.Standalone.Commands;

namespace Optimizer.Standalone.Demo;

/// <summary>The end of the demo as a document.</summary>
internal static class DemoJson
{
    public static JsonObject Of(DemoReport report) => new()
    {
        ["records"] = report.File,
        ["seed"] = report.Options.Seed,
        ["weeks"] = report.Options.Weeks,
        ["start"] = DemoSamples.Start,
        ["running"] = report.Running,
        ["decisions"] = new JsonArray([.. report.Decisions.Select(Of)]),
        ["plays"] = new JsonArray([.. report.Plays.Select(Of)]),
        ["questions"] = new JsonObject
        {
            ["asked"] = report.Questions.Asked,
            ["approved"] = report.Questions.Approved,
            ["rejected"] = new JsonArray([.. report.Questions.Rejected.Select(no => new JsonObject
            {
                ["id"] = no.Request.Id,
                ["play"] = no.Request.Play,
                ["title"] = no.Request.Title,
                ["by"] = no.End.By,
                ["comment"] = no.End.Comment,
            })]),
            ["unanswered"] = report.Questions.Unanswered,
        },
        ["truth"] = new JsonObject
        {
            ["gain"] = JsonValues.Number(report.MeanGain),
            ["possible"] = JsonValues.Number(report.MeanPossible),
            ["regret"] = JsonValues.Number(report.MeanPossible - report.MeanGain),
        },
        ["brief"] = report.Brief is { } brief ? new JsonObject { ["week"] = brief.Week, ["markdown"] = brief.Markdown } : null,
    };

    private static JsonObject Of(DemoDecision decision)
    {
        var (card, end) = (decision.Card, decision.Card.End!);
        return new()
        {
            ["experiment"] = card.Id,
            ["play"] = decision.Play,
            ["variable"] = card.Start?.Hypothesis.Variable,
            ["change"] = card.Start?.Hypothesis.Change,
            ["startedAt"] = card.Start?.Start,
            ["endedAt"] = card.EndedAt,
            ["end"] = JsonValues.Name(end.End),
            ["decision"] = end.Decision,
            ["gain"] = JsonValues.Number(end.Gain),
            ["lowest"] = JsonValues.Number(end.Lowest),
            ["highest"] = JsonValues.Number(end.Highest),
            ["booked"] = JsonValues.Number(end.Booked),
            ["adopted"] = decision.IsAdopted,
            ["approvedBy"] = new JsonArray([.. decision.ApprovedBy.Select(by => (JsonNode)by)]),
            ["rejectedBy"] = new JsonArray([.. decision.RejectedBy.Select(by => (JsonNode)by)]),
            ["trueGain"] = JsonValues.Number(decision.TrueGain),
        };
    }

    private static JsonObject Of(DemoPlay line) => new()
    {
        ["play"] = line.Play.Slug,
        ["kpi"] = line.Play.Primary.First().Key,
        ["before"] = JsonValues.Number(line.Before),
        ["after"] = JsonValues.Number(line.After),
        ["status"] = JsonValues.Name(line.View.Status),
        ["autonomy"] = new JsonArray([.. line.Autonomies.Select(level => (JsonNode)level)]),
        ["experiments"] = line.View.Experiments,
        ["adopted"] = line.Adopted,
        ["reverted"] = line.Reverted,
        ["notAdopted"] = line.NotAdopted,
        ["truth"] = new JsonObject
        {
            ["untouched"] = JsonValues.Number(line.Truth.Untouched),
            ["actual"] = JsonValues.Number(line.Truth.Actual),
            ["best"] = JsonValues.Number(line.Truth.Best),
            ["gain"] = JsonValues.Number(line.Truth.Gain),
            ["regret"] = JsonValues.Number(line.Truth.Regret),
        },
    };
}
