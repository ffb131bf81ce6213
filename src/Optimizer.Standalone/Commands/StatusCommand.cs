using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Operations;
using Optimizer.Standalone.Serving;
using Optimizer.Workflows.Operations;
using Spectre.Console;

namespace Optimizer.Standalone.Commands;

/// <summary><c>status [PLAY]</c>: where the plays stand, whom they wait for, and what does not answer.</summary>
internal static class StatusCommand
{
    private const int MostWhole = 50;

    public static Command Build(ServerSource source)
    {
        var id = new Argument<string?>("PLAY") { Description = "The play's slug; all plays when left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("status", "Shows where the plays stand: stage, experiment, whom they wait for, what does not answer.") { id };
        source.Ask(command, (parsed, server, cancellationToken) => parsed.GetValue(id) is { } slug
            ? OneAsync(source, parsed, server, slug, cancellationToken)
            : AllAsync(source, parsed, server, cancellationToken));
        return command;
    }

    private static async Task<int> OneAsync(ServerSource source, ParseResult parsed, ServerConnection server, string slug, CancellationToken cancellationToken)
    {
        var answer = await server.GetAsync($"/api/plays/{Uri.EscapeDataString(slug)}", cancellationToken);
        if (!answer.IsOk || answer.Body is not JsonObject play)
        {
            return source.Refuse(answer);
        }

        if (source.WantsJson(parsed))
        {
            source.Terminal.WriteJson(play);
        }
        else
        {
            FactsPage.Write(source.Terminal.Console(), slug, play, source.Terminal.Clock.GetUtcNow());
        }

        return ExitCode.Ok;
    }

    private static async Task<int> AllAsync(ServerSource source, ParseResult parsed, ServerConnection server, CancellationToken cancellationToken)
    {
        var plays = new List<JsonObject>();
        string? cursor = null;
        do
        {
            var answer = await server.GetAsync(cursor is null ? "/api/plays" : $"/api/plays?cursor={Uri.EscapeDataString(cursor)}", cancellationToken);
            if (!answer.IsOk || answer.Body is not JsonObject page)
            {
                return source.Refuse(answer);
            }

            foreach (var line in (page["items"] as JsonArray ?? []).OfType<JsonObject>())
            {
                plays.Add(await WholeAsync(server, line, plays.Count, cancellationToken));
            }

            cursor = PlayFacts.Text(page, "next");
        }
        while (cursor is not null);

        if (source.WantsJson(parsed))
        {
            source.Terminal.WriteJson(new JsonObject { ["plays"] = new JsonArray([.. plays.Select(play => play.DeepClone())]) });
        }
        else if (plays.Count == 0)
        {
            source.Terminal.Output.WriteLine("No plays yet: 'optimizer init --csv FILE' makes one from a file of figures.");
        }
        else
        {
            await TellFreezeAsync(source, parsed, cancellationToken);
            StatusPage.Write(source.Terminal.Console(), plays, source.Terminal.Clock.GetUtcNow());
        }

        return ExitCode.Ok;
    }

    // What is under way is told in full, as far as one page goes; of thousands of plays the lines of the list are enough.
    private static async Task<JsonObject> WholeAsync(ServerConnection server, JsonObject line, int place, CancellationToken cancellationToken)
    {
        var isUnderWay = PlayFacts.Text(line, "experiment") is not null || PlayFacts.Text(line, "waitingOn") is not null;
        return isUnderWay && place < MostWhole
            && await server.GetAsync($"/api/plays/{Uri.EscapeDataString(PlayFacts.Slug(line))}", cancellationToken) is { IsOk: true, Body: JsonObject whole } ? whole : line;
    }

    private static async Task TellFreezeAsync(ServerSource source, ParseResult parsed, CancellationToken cancellationToken)
    {
        using var records = RecordStore.OpenToRead(Path.Combine(source.FolderOf(parsed), RecordOptions.FileName), new());
        if (await new FreezeSwitch(records.Audit).ReadAsync(cancellationToken) is { } holds)
        {
            source.Terminal.Console().MarkupLine($"[bold red]FROZEN[/] by {Plain.Markup(holds.By)} since {Times.At(holds.At)} ({Plain.Markup(holds.Why)}): nothing outside is changed");
        }
    }
}
