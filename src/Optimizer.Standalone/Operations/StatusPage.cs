using System.Globalization;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Operations;

/// <summary>The plays as whoever is on call reads them: one a row, what does not answer last.</summary>
internal static class StatusPage
{
    private const int LeastForProblem = 16;
    private const int LongestProblem = 200;

    public static void Write(IAnsiConsole console, IReadOnlyList<JsonObject> plays, DateTimeOffset now)
    {
        var table = new FittedTable(
            [("play", Justify.Left), ("stage", Justify.Left), ("may", Justify.Left), ("KPI", Justify.Left), ("experiment", Justify.Left), ("waits for", Justify.Left),
                ("next tick", Justify.Left), ("last decision", Justify.Left), ("problem", Justify.Left)], LeastForProblem);
        foreach (var play in plays)
        {
            table.Add([
                Plain.Markup(PlayFacts.Slug(play)), Stage(play), Cell(PlayFacts.Text(play, "autonomy")), Cell(Kpi(play)), Cell(Experiment(play)), Cell(Waiting(play, now)),
                Cell(When(PlayFacts.Text(play, "nextTick"), now)), Cell(Decision(play)), Problem(play),
            ]);
        }

        table.Write(console);
    }

    private static string Cell(string? text) => text is null ? "" : Plain.Markup(text.Replace('_', ' '));

    private static string Stage(JsonObject play)
    {
        var stage = PlayFacts.Stage(play);
        var colour = stage switch { "waiting" or "review" => "yellow", "experimenting" => "green", "stopped" or "paused" => "dim", _ => "" };
        return colour.Length == 0 ? Cell(stage) : $"[{colour}]{Cell(stage)}[/]";
    }

    private static string Problem(JsonObject play) => (PlayFacts.Text(play, "problem") ?? PlayFacts.Text(play, "trackingFault")) is { } problem
        ? $"[red]{Plain.Markup(Plain.Cut(problem, LongestProblem))}[/]"
        : play["isTracked"] is JsonValue tracked && tracked.TryGetValue<bool>(out var isTracked) && !isTracked ? "[yellow]not tracked[/]" : "";

    // The list has no room for more than the worst, which stands out by its change.
    private static string? Kpi(JsonObject play) => play["kpis"] is JsonArray { Count: > 0 } kpis
        && kpis.OfType<JsonObject>().MaxBy(kpi => Math.Abs(PlayFacts.Number(kpi["change"]) ?? 0)) is { } worst
            ? PlayFacts.Text(worst, "class")?.Replace('_', ' ') + (PlayFacts.Number(worst["change"]) is { } change ? $" {Domain.Words.Change(change)}" : "")
            : null;

    // A line of the list names it; all that is told of one play says the day and what the last look came to.
    private static string? Experiment(JsonObject play) => play["activeExperiment"] is JsonObject live
        ? $"{PlayFacts.Text(live, "id")} day {PlayFacts.Text(live, "day")}/{PlayFacts.Text(live, "endDay")}"
            + (PlayFacts.Number(live["lastLook"] is JsonObject look ? look["gain"] : null) is { } gain ? $", {Domain.Words.Change(gain)}" : "")
        : PlayFacts.Text(play, "experiment");

    private static string? Waiting(JsonObject play, DateTimeOffset now) => play["waitingOn"] is JsonObject wait
        ? $"{PlayFacts.Text(wait, "seat")}: {PlayFacts.Text(wait, "approval")}, ends {When(PlayFacts.Text(wait, "until"), now)}"
        : PlayFacts.Text(play, "waitingOn");

    private static string? Decision(JsonObject play) => play["lastDecision"] is JsonObject last
        ? $"{PlayFacts.Text(last, "experiment")} {PlayFacts.Text(last, "kind")}"
        : PlayFacts.Text(play, "lastDecision");

    private static string? When(string? text, DateTimeOffset now) =>
        text is null ? null : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Times.Roughly(at, now) : text;
}
