using System.CommandLine;
using System.Globalization;
using Optimizer.Embedded;
using Optimizer.Embedded.Inspection;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Commands;

/// <summary><c>engine check</c>: whether every page of the file is whole and every record can be read.</summary>
internal static class EngineCheckCommand
{
    public static Command Build(EngineSource source)
    {
        var command = new Command("check", "Looks at every page and every record of the file. While the engine runs, at a copy made for it. Exit code 7 when something is wrong.");
        source.Ask(command, async (parsed, view, cancellationToken) =>
        {
            var check = view is EngineInspector file ? file.Check() : await CheckCopyAsync(view, source.Terminal.Clock, cancellationToken);
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(EngineJson.Of(view.File, check));
            }
            else
            {
                Write(source.Terminal.Console(), view, check);
            }

            return check.Faults.Count == 0 ? ExitCode.Ok : ExitCode.UpstreamFailure;
        });
        return command;
    }

    // Beside the file: there is its disk, and whoever may read the file may read the copy.
    private static async Task<FileCheck> CheckCopyAsync(IEngineView view, TimeProvider clock, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Path.GetDirectoryName(view.File)!, $"check-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            var copy = Path.Combine(folder, "copy.db");
            await view.BackupAsync(copy, cancellationToken);
            await using var inspector = EngineInspector.Open(copy, clock);
            return inspector.Check();
        }
        catch (Exception problem) when (problem is EngineFileException or IOException or UnauthorizedAccessException)
        {
            throw new EngineViewException(ViewProblem.Failed, $"{view.File}: no copy of it can be checked: {problem.Message}", problem);
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static void Write(IAnsiConsole console, IEngineView view, FileCheck check)
    {
        var counts = string.Create(CultureInfo.InvariantCulture, $"{check.Instances:#,0} instances, {check.Records:#,0} records");
        var copy = view is EngineInspector ? "" : " (a copy made now: the engine runs)";
        console.MarkupLine($"{Plain.Markup(view.File)}{copy}: {counts}, {(check.Faults.Count == 0 ? "[green]all whole[/]" : string.Create(CultureInfo.InvariantCulture, $"[bold red]{check.Faults.Count:#,0} faults[/]"))}");
        Bullets.Write(console, check.Faults.Select(fault => Plain.Text(fault.InstanceId is { } id ? $"{id}: {fault.Problem}" : fault.Problem)));
    }
}
