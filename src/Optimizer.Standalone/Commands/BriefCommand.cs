using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Reports;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Standalone.Commands;

/// <summary><c>brief [PLAY]</c>: a week's page, as it was written.</summary>
internal static class BriefCommand
{
    public static Command Build(Terminal terminal, Option<bool> json, Option<DirectoryInfo> data)
    {
        var play = new Argument<string?>("PLAY") { Description = "Slug of the play; all plays when left out.", Arity = ArgumentArity.ZeroOrOne };
        var week = new Option<string?>("--week") { Description = "Week such as 2026-W07; the newest when left out.", HelpName = "WEEK" };
        var list = new Option<bool>("--list") { Description = "List the weeks there are instead." };
        var command = new Command("brief", "Shows the weekly brief of a play, or of all of them.") { play, week, list };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var file = Path.Combine(parsed.GetRequiredValue(data).FullName, RecordOptions.FileName);
            try
            {
                using var store = RecordStore.OpenToRead(file, new());
                return await ShowAsync(
                    terminal, store.Artifacts, file, parsed.GetValue(play), parsed.GetValue(week), parsed.GetValue(list), parsed.GetValue(json), cancellationToken);
            }
            catch (RecordFileException problem)
            {
                return terminal.Refuse(Plain.Text(problem.Message), problem.IsAbsent ? ExitCode.NotFound : ExitCode.UpstreamFailure);
            }
        });
        return command;
    }

    private static async Task<int> ShowAsync(
        Terminal terminal, IArtifactStore pages, string file, string? play, string? week, bool list, bool json, CancellationToken stop)
    {
        var all = await pages.ListAsync(BriefPaths.All, stop);
        var slug = play ?? BriefPaths.AllPlays;
        var weeks = BriefPaths.Weeks(all.Where(path => BriefPaths.SlugOf(path) == slug));
        if (weeks.Count == 0)
        {
            return terminal.Refuse(Plain.Text($"{file}: there is no brief{(play is null ? "" : $" of '{play}'")} yet"), ExitCode.NotFound);
        }

        if (list)
        {
            return List(terminal, weeks, json);
        }

        var wanted = week ?? weeks[^1];
        if (!weeks.Contains(wanted))
        {
            return terminal.Refuse(
                Plain.Text($"{file}: there is no brief of week '{wanted}'; there are {weeks.Count}, from {weeks[0]} to {weeks[^1]}: see --list"), ExitCode.NotFound);
        }

        var path = play is null ? BriefPaths.Portfolio(wanted) : BriefPaths.Play(wanted, play);
        var page = await pages.ReadAsync(path, stop) ?? throw new InvalidOperationException($"{path} is listed and gone");
        if (json)
        {
            terminal.WriteJson(new JsonObject
            {
                ["week"] = wanted,
                ["play"] = play,
                ["path"] = path,
                ["markdown"] = page,
                ["brief"] = await pages.ReadAsync(BriefPaths.Json(path), stop) is { } content ? JsonNode.Parse(content) : null,
            });
        }
        else
        {
            MarkdownPage.Write(terminal.Console(), page);
        }

        return ExitCode.Ok;
    }

    private static int List(Terminal terminal, IReadOnlyList<string> weeks, bool json)
    {
        if (json)
        {
            terminal.WriteJson(new JsonObject { ["weeks"] = new JsonArray([.. weeks.Select(week => (JsonNode)week)]) });
        }
        else
        {
            foreach (var week in weeks.Reverse())
            {
                terminal.Output.WriteLine(Plain.Text(week));
            }
        }

        return ExitCode.Ok;
    }
}
