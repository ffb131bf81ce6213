using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Commands;

/// <summary><c>engine backup --to FILE</c>: a consistent copy, also while the engine runs.</summary>
internal static class EngineBackupCommand
{
    public static Command Build(EngineSource source)
    {
        var to = new Option<FileInfo>("--to") { Description = "File to write; it must not exist yet.", HelpName = "FILE", Required = true };
        var command = new Command("backup", "Copies everything, consistent, to a new file, also while the engine runs.") { to };
        source.Ask(command, async (parsed, view, cancellationToken) =>
        {
            var target = parsed.GetRequiredValue(to).FullName;
            await view.BackupAsync(target, cancellationToken);
            var bytes = new FileInfo(target).Length;
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(new JsonObject { ["file"] = view.File, ["to"] = target, ["bytes"] = bytes });
            }
            else
            {
                source.Terminal.Console().MarkupLine($"{Plain.Markup(target)}: {bytes.ToString("#,0", CultureInfo.InvariantCulture)} bytes, a whole copy of {Plain.Markup(view.File)}");
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
