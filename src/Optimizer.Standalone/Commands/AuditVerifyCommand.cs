using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Domain.Audit;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;
using Optimizer.Workflows.Evidence;
using Spectre.Console;

namespace Optimizer.Standalone.Commands;

/// <summary><c>audit verify</c>: whether anybody changed the trail since it was written, and whether anything in it stands alone.</summary>
internal static class AuditVerifyCommand
{
    private const int MostShown = 50;

    public static Command Build(RecordSource source)
    {
        var file = new Argument<FileInfo?>("FILE") { Description = "An exported trail; without one, the records in the data directory.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("verify", "Proves that no record was changed, added, doubled, moved or cut off; exit code 6 when one was.") { file };
        command.SetAction((parsed, cancellationToken) => source.TryAsync(async () =>
        {
            if (parsed.GetValue(file) is { } exported)
            {
                if (!exported.Exists)
                {
                    return source.Terminal.Refuse(Plain.Text($"{exported}: there is no such file"), ExitCode.NotFound);
                }

                var reading = TrailFileReading.Of(File.ReadAllBytes(exported.FullName));
                return Tell(source, parsed, exported.FullName, reading);
            }

            using var store = RecordStore.OpenToRead(source.FileOf(parsed), new());
            var faults = store.Verify();
            var orphans = faults.Count == 0 ? await OrphansAsync(store, cancellationToken) : [];
            return Tell(source, parsed, store.File, new(store.Head().Count, IsPart: false, faults, orphans));
        }, cancellationToken));
        return command;
    }

    private static async Task<IReadOnlyList<Orphan>> OrphansAsync(RecordStore store, CancellationToken cancellationToken)
    {
        var orphans = new Orphans();
        await foreach (var record in store.Audit.ReadAsync(new(), cancellationToken))
        {
            orphans.Add(record);
        }

        return orphans.Found();
    }

    private static int Tell(RecordSource source, ParseResult parsed, string name, TrailFileReading reading)
    {
        var isSound = reading.Faults.Count == 0;
        if (source.WantsJson(parsed))
        {
            source.Terminal.WriteJson(new JsonObject
            {
                ["file"] = name,
                ["sound"] = isSound,
                ["part"] = reading.IsPart,
                ["records"] = reading.Records,
                ["faults"] = new JsonArray([.. reading.Faults.Select(fault => (JsonNode)new JsonObject { ["sequence"] = fault.Sequence, ["problem"] = fault.Problem })]),
                ["orphans"] = new JsonArray([.. reading.Orphans.Select(orphan => (JsonNode)new JsonObject { ["sequence"] = orphan.Sequence, ["play"] = orphan.Play, ["problem"] = orphan.Problem })]),
            });
        }
        else
        {
            Write(source.Terminal.Console(), name, reading);
        }

        return isSound ? ExitCode.Ok : ExitCode.Conflict;
    }

    private static void Write(IAnsiConsole console, string name, TrailFileReading reading)
    {
        if (reading.Faults.Count == 0)
        {
            console.MarkupLine($"[bold green]sound[/]: {Plain.Markup(name)}");
            var proven = reading.IsPart
                ? "a part of a trail: each record is as it was written; that none between them is missing only the whole trail can show"
                : "every record is as it was written, in its place, and none is missing";
            Bullets.Write(console, $"{reading.Records:#,0} records, {proven}");
        }
        else
        {
            console.MarkupLine($"[bold red]CHANGED[/]: {Plain.Markup(name)}, {reading.Faults.Count:#,0} faults in {reading.Records:#,0} records");
            Some(console, [.. reading.Faults.Select(fault => fault.ToString())]);
        }

        if (reading.Orphans.Count > 0)
        {
            console.MarkupLine("[bold yellow]standing alone[/]: what was intended and never answered, or done without a decision");
            Some(console, [.. reading.Orphans.Select(orphan => orphan.ToString())]);
        }
        else if (reading is { Faults.Count: 0, IsPart: false })
        {
            Bullets.Write(console, "every effect has its intent, its answer, its cause and its decision");
        }
    }

    private static void Some(IAnsiConsole console, List<string> lines)
    {
        Bullets.Write(console, lines.Take(MostShown).Select(Plain.Text));
        if (lines.Count > MostShown)
        {
            console.MarkupLine($"  [dim]and {lines.Count - MostShown:#,0} more: --json[/]");
        }
    }
}
