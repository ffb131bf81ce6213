using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Notices;
using Optimizer.Workflows.Operations;

namespace Optimizer.Standalone.Commands;

/// <summary>
/// <c>freeze</c>: from now on nothing outside is changed. It turns the switch in the records themselves, beside a running server too, which
/// looks at it before every change: whoever owns the directory can stop everything, whatever else is broken.
/// </summary>
internal static class FreezeCommand
{
    public static Command Build(ServerSource source)
    {
        var why = new Option<string?>("--why") { Description = "The reason, for the trail and for whoever finds it frozen.", HelpName = "TEXT" };
        var dry = new Option<bool>("--dry-run") { Description = "Says what would happen, and does nothing." };
        var command = new Command("freeze", "Stops every change outside at once, restoring control included, until 'unfreeze'. Needs no token.") { why, dry };
        command.SetAction((parsed, cancellationToken) => source.TryAsync(async () =>
        {
            var file = Path.Combine(source.FolderOf(parsed), RecordOptions.FileName);
            if (!File.Exists(file))
            {
                // Freezing a mistyped directory would be no freeze at all.
                return source.Terminal.Refuse(Plain.Text($"{file}: there is no such file, so nothing runs here that could be frozen; name the directory with --data"), ExitCode.NotFound);
            }

            using var records = RecordStore.Open(file, new());
            var freeze = new FreezeSwitch(records.Audit);
            var before = await freeze.ReadAsync(cancellationToken);
            var order = new Freeze(Environment.UserName, parsed.GetValue(why) ?? "no reason given", source.Terminal.Clock.GetUtcNow());
            var holds = parsed.GetValue(dry) ? before : await freeze.FreezeAsync(order, cancellationToken);
            if (holds is not null && !parsed.GetValue(dry))
            {
                await OfflineNotices.TellAsync(source, records, source.FolderOf(parsed), told => told.TellAsync(holds, cancellationToken));
            }

            Tell(source, parsed, holds, parsed.GetValue(dry), before is not null);
            return ExitCode.Ok;
        }, cancellationToken));
        return command;
    }

    private static void Tell(ServerSource source, ParseResult parsed, Freeze? holds, bool isDry, bool wasFrozen)
    {
        if (source.WantsJson(parsed))
        {
            source.Terminal.WriteJson(Json(holds, isDry));
            return;
        }

        source.Terminal.Output.WriteLine(Plain.Text(
            holds is null ? "would freeze: nothing outside would be changed from then on, in any play"
            : wasFrozen ? $"frozen already, by {holds.By} since {Times.At(holds.At)} ({holds.Why}); that freeze stays"
            : $"frozen by {holds.By} ({holds.Why}): nothing outside is changed from now on, in any play; 'optimizer unfreeze' ends it"));
    }

    /// <summary>The freeze that holds, as JSON.</summary>
    public static JsonObject Json(Freeze? holds, bool isDry) => new()
    {
        ["frozen"] = holds is not null,
        ["by"] = holds?.By,
        ["why"] = holds?.Why,
        ["since"] = holds is null ? null : holds.At.UtcDateTime.ToString("O"),
        ["dryRun"] = isDry,
    };
}
