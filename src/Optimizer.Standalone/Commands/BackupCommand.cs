using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Backups;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>backup TARGET</c>: everything, consistent, also while a server runs.</summary>
internal static class BackupCommand
{
    public static Command Build(ServerSource source)
    {
        var to = new Argument<string>("TARGET") { Description = "A new folder, or a new file ending in .tar.gz or .tgz." };
        var command = new Command("backup", "Copies the whole data directory, consistent, also while a server runs: engine, records, ledger, plays, KPIs, policy.") { to };
        command.SetAction((parsed, cancellationToken) => source.TryAsync(async () =>
        {
            try
            {
                var target = Path.GetFullPath(parsed.GetRequiredValue(to));
                var manifest = await DataBackup.MakeAsync(source.FolderOf(parsed), target, source.Terminal.Clock, cancellationToken);
                if (source.WantsJson(parsed))
                {
                    source.Terminal.WriteJson(Json(manifest, target));
                }
                else
                {
                    source.Terminal.Output.WriteLine(Plain.Text(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{target}: {manifest.Files.Count:#,0} files, {manifest.Files.Sum(file => file.Bytes):#,0} bytes, {manifest.Records:#,0} records of the trail; 'optimizer restore {parsed.GetRequiredValue(to)} --data NEW' brings it back")));
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

    /// <summary>What a backup holds, as JSON.</summary>
    public static JsonObject Json(BackupManifest manifest, string place) => new()
    {
        ["to"] = place,
        ["at"] = manifest.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["from"] = manifest.From,
        ["records"] = manifest.Records,
        ["files"] = new JsonArray([.. manifest.Files.Select(file => (JsonNode)new JsonObject { ["path"] = file.Path, ["bytes"] = file.Bytes, ["sha256"] = file.Sha256 })]),
    };
}
