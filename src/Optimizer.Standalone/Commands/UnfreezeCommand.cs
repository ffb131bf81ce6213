using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Notices;
using Optimizer.Standalone.Serving;
using Optimizer.Workflows.Operations;

namespace Optimizer.Standalone.Commands;

/// <summary><c>unfreeze</c>: lets changes happen again. A running server asks for an admin's token; without one, the directory's owner may.</summary>
internal static class UnfreezeCommand
{
    public static Command Build(ServerSource source)
    {
        var why = new Option<string?>("--why") { Description = "What was done about it, for the trail.", HelpName = "TEXT" };
        var dry = new Option<bool>("--dry-run") { Description = "Says what would happen, and does nothing." };
        var command = new Command("unfreeze", "Ends a freeze: what waited for it is done now. Needs an admin's token when a server runs.") { why, dry };
        command.SetAction((parsed, cancellationToken) => source.TryAsync(async () =>
        {
            var folder = source.FolderOf(parsed);
            var file = Path.Combine(folder, RecordOptions.FileName);
            if (!File.Exists(file))
            {
                return source.Terminal.Refuse(Plain.Text($"{file}: there is no such file, so nothing is frozen here; name the directory with --data"), ExitCode.NotFound);
            }

            Freeze? held;
            using (var records = RecordStore.OpenToRead(file, new()))
            {
                held = await new FreezeSwitch(records.Audit).ReadAsync(cancellationToken);
            }

            var isDry = parsed.GetValue(dry);
            if (held is not null && !isDry && await EndAsync(source, folder, file, parsed.GetValue(why) ?? "no reason given", cancellationToken) is { } refusal)
            {
                return source.Refuse(refusal);
            }

            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(new JsonObject { ["frozen"] = isDry && held is not null, ["ended"] = held is null ? null : FreezeCommand.Json(held, isDry), ["dryRun"] = isDry });
            }
            else
            {
                source.Terminal.Output.WriteLine(Plain.Text(
                    held is null ? "nothing is frozen"
                    : $"{(isDry ? "would end" : "ended")} the freeze by {held.By} since {Times.At(held.At)} ({held.Why}): what waited for it is done {(isDry ? "then" : "now")}"));
            }

            return ExitCode.Ok;
        }, cancellationToken));
        return command;
    }

    // Null when it is done.
    private static async Task<ServerAnswer?> EndAsync(ServerSource source, string folder, string file, string why, CancellationToken cancellationToken)
    {
        if (await ServerConnection.FindAsync(folder, cancellationToken) is not null)
        {
            await using var server = await ServerConnection.OpenAsync(new() { Clock = source.Terminal.Clock, Folder = folder }, source.Terminal.Token, cancellationToken);
            var answer = await server.PostAsync("/api/unfreeze", new JsonObject { ["why"] = why }, cancellationToken);
            return answer.IsOk ? null : answer;
        }

        try
        {
            // Held meanwhile, so that no server is passed by that only now begins.
            using var place = ServerPlace.Take(folder);
            using var records = RecordStore.Open(file, new());
            if (await new FreezeSwitch(records.Audit).UnfreezeAsync(Environment.UserName, why, source.Terminal.Clock.GetUtcNow(), cancellationToken) is { } ended)
            {
                await OfflineNotices.TellAsync(source, records, folder, told => told.TellEndAsync(ended, Environment.UserName, why, cancellationToken));
            }

            return null;
        }
        catch (ServerRunsException taken)
        {
            throw new ServerUnreachableException($"{taken.Message}; it does not answer, and only an admin may unfreeze beside it", taken);
        }
    }
}
