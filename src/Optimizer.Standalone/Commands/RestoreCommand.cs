using System.CommandLine;
using System.Globalization;
using Optimizer.Standalone.Backups;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>restore BACKUP</c>: a backup into an empty data directory, after all of it was verified.</summary>
internal static class RestoreCommand
{
    public static Command Build(ServerSource source)
    {
        var from = new Argument<string>("BACKUP") { Description = "What 'backup' wrote: a folder or a .tar.gz." };
        var dry = new Option<bool>("--dry-run") { Description = "Verifies the backup, and restores nothing." };
        var command = new Command("restore", "Brings a backup back into an empty data directory: every hash, the trail and the engine's file are verified first.") { from, dry };
        command.SetAction((parsed, cancellationToken) => source.TryAsync(async () =>
        {
            try
            {
                var (folder, isDry) = (source.FolderOf(parsed), parsed.GetValue(dry));
                var manifest = await DataRestore.RunAsync(Path.GetFullPath(parsed.GetRequiredValue(from)), folder, isDry, source.Terminal.Clock, cancellationToken);
                if (source.WantsJson(parsed))
                {
                    var document = BackupCommand.Json(manifest, folder);
                    document["dryRun"] = isDry;
                    source.Terminal.WriteJson(document);
                }
                else
                {
                    source.Terminal.Output.WriteLine(Plain.Text(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{folder}: {(isDry ? "would be" : "is")} as {manifest.From} was at {Times.At(manifest.At)}: {manifest.Files.Count:#,0} files and {manifest.Records:#,0} records, all verified; 'optimizer serve' goes on from there")));
                }

                return ExitCode.Ok;
            }
            catch (BackupRefusedException refusal)
            {
                return source.Terminal.Refuse(Plain.Text(refusal.Message), refusal.ExitCode);
            }
        }, cancellationToken));
        return command;
    }
}
