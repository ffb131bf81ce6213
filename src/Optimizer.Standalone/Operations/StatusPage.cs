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
                ("next tick", Justify.Left), ("problem", Justify.Left)], LeastForProblem);
        foreach (var play in plays)
        {
            table.Add([
                Plain.Markup(PlayFacts.Slug(play)), Stage(play), Cell(PlayFacts.Text(play, "autonomy")), Cell(Kpi(play)), Cell(Experiment(play)), Cell(Waiting(play, now)),
                Cell(When(PlayFacts.Text(play, "nextTick"), now)), Problem(play),
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

    // "5.1 % (-12 %)" of the first KPI that has a figure.
    private static string? Kpi(JsonObject play)
    {
        var kpi = play["kpis"] switch
        {
            JsonArray list => list.OfType<JsonObject>().FirstOrDefault(),
            JsonObject group => group.Select(pair => pair.Value).OfType<JsonObject>().FirstOrDefault(),
            _ => play["kpi"] as JsonObject,
        };
        if (kpi is null)
        {
            return null;
        }

        var recent = Number(kpi["recent"] ?? kpi["now"]);
        var change = Number(kpi["change"]);
        return recent is null ? PlayFacts.Text(kpi, "class") : string.Create(
            CultureInfo.InvariantCulture, $"{recent:#,0.####}{(change is { } share ? $" ({share * 100:+0.#;-0.#;0} %)" : "")}");
    }

    private static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;

    private static string? Experiment(JsonObject play) => play["experiment"] is JsonObject live
        ? $"{PlayFacts.Text(live, "id") ?? PlayFacts.Text(live, "experiment")}{(PlayFacts.Text(live, "day") is { } day ? $" day {day}/{PlayFacts.Text(live, "endDay") ?? "?"}" : "")}"
        : PlayFacts.Text(play, "experiment");

    private static string? Waiting(JsonObject play, DateTimeOffset now)
    {
        var waits = play["waitingFor"] ?? play["waiting"] ?? play["waitsFor"];
        return waits is JsonObject wait
            ? string.Join(' ', new[] { PlayFacts.Text(wait, "seat"), PlayFacts.Text(wait, "approval") ?? PlayFacts.Text(wait, "id"), When(PlayFacts.Text(wait, "until") ?? PlayFacts.Text(wait, "expiresAt"), now) }.OfType<string>())
            : waits is JsonValue value ? FactsPage.Shown(value, now) : null;
    }

    private static string? When(string? text, DateTimeOffset now) =>
        text is null ? null : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Times.Roughly(at, now) : text;
}
