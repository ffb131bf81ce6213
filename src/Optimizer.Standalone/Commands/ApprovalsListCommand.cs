using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Commands;

/// <summary><c>approvals list</c>: the queue, urgent first.</summary>
internal static class ApprovalsListCommand
{
    public static Command Build(ServerSource source)
    {
        var play = new Option<string?>("--play") { Description = "Only questions of this play.", HelpName = "SLUG" };
        var state = new Option<string?>("--state") { Description = "pending (usual), approved, rejected, expired, superseded, executed, ... or all.", HelpName = "STATE" };
        var command = new Command("list", "Lists what waits for an answer, urgent first.") { play, state };
        source.Ask(command, async (parsed, server, cancellationToken) =>
        {
            var items = new JsonArray();
            string? next = null;
            do
            {
                var answer = await server.GetAsync(
                    $"/api/approvals?limit=200{Filter("play", parsed.GetValue(play))}{Filter("state", parsed.GetValue(state))}{Filter("cursor", next)}", cancellationToken);
                if (!answer.IsOk)
                {
                    return source.Refuse(answer);
                }

                foreach (var item in answer.Body!["items"]!.AsArray())
                {
                    items.Add(item!.DeepClone());
                }

                next = (string?)answer.Body["next"];
            }
            while (next is not null);
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(new JsonObject { ["approvals"] = items });
            }
            else
            {
                Write(source.Terminal, items);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static string Filter(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";

    private static void Write(Terminal terminal, JsonArray items)
    {
        if (items.Count == 0)
        {
            terminal.Output.WriteLine("nothing waits for an answer");
            return;
        }

        var table = new FittedTable(
            [("approval", Justify.Left), ("state", Justify.Left), ("seat", Justify.Left), ("waits", Justify.Right), ("left", Justify.Right), ("question", Justify.Left)], 30);
        foreach (var item in items)
        {
            table.Add(
            [
                Text(item, "id"), Text(item, "state"), Text(item, "seat").Replace('_', ' '), Gap(item, "ageSeconds"), Gap(item, "secondsLeft"), Text(item, "title"),
            ]);
        }

        table.Write(terminal.Console());
    }

    private static string Text(JsonNode? item, string field) => Markup.Escape(Plain.Text((string?)item?[field] ?? ""));

    private static string Gap(JsonNode? item, string field) => (double?)item?[field] is { } seconds ? Times.Gap(TimeSpan.FromSeconds(seconds)) : "-";
}
