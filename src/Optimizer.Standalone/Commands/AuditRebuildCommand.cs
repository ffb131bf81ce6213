using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Engine;
using Optimizer.Workflows.Evidence;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Commands;

/// <summary><c>audit rebuild</c>: makes the pages anew from the trail, and writes them to a folder where one is named.</summary>
internal static class AuditRebuildCommand
{
    public static Command Build(RecordSource source)
    {
        var to = new Option<DirectoryInfo?>("--to") { Description = "A folder to write all pages to as files.", HelpName = "DIR" };
        var command = new Command("rebuild", "Makes experiment cards, play logs and the playbook anew from the trail: the same trail, the same bytes.") { to };
        source.Ask(command, async (parsed, store, cancellationToken) =>
        {
            var pages = await Projections.RebuildAsync(store.Audit, store.Artifacts, cancellationToken);
            var folder = parsed.GetValue(to);
            var written = folder is null ? 0 : await WriteAsync(store.Artifacts, folder, cancellationToken);
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(new JsonObject { ["file"] = store.File, ["pages"] = pages, ["folder"] = folder?.FullName, ["written"] = written });
            }
            else
            {
                var console = source.Terminal.Console();
                Spectre.Console.AnsiConsoleExtensions.MarkupLine(console, $"[bold]{pages:#,0} pages[/] made from the trail in {Plain.Markup(store.File)}");
                Bullets.Write(console, folder is null ? "'optimizer audit rebuild --to DIR' writes them as files" : $"{written:#,0} files written to {Plain.Text(folder.FullName)}");
            }

            return ExitCode.Ok;
        }, writes: true);
        return command;
    }

    private static async Task<int> WriteAsync(IArtifactStore artifacts, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var paths = await artifacts.ListAsync("", cancellationToken);
        foreach (var path in paths)
        {
            var file = Path.Combine(folder.FullName, Path.Combine(path.Split('/')));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, await artifacts.ReadAsync(path, cancellationToken), cancellationToken);
        }

        return paths.Count;
    }
}
