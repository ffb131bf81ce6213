using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Engine;
using Optimizer.Workflows.Evidence;
using Spectre.Console;

namespace Optimizer.Standalone.Commands;

/// <summary><c>replay ID</c>: recomputes a decision, ruling or anomaly from what was stored with it.</summary>
internal static class ReplayCommand
{
    public static Command Build(RecordSource source)
    {
        var id = new Argument<string>("ID") { Description = "A decision (onboarding-3.14), ruling, anomaly, experiment, or a number in the trail." };
        var command = new Command("replay", "Recomputes it from what was stored with it and compares; exit code 6 when it comes out different.") { id };
        source.Ask(command, async (parsed, store, cancellationToken) =>
        {
            var asked = parsed.GetRequiredValue(id);
            if (await EvidenceSearch.FindAsync(store.Audit, asked, cancellationToken) is not { } record)
            {
                return source.Unknown(asked, await EvidenceSearch.NearestAsync(store.Audit, asked, cancellationToken));
            }

            var reading = await new Replay(store.Audit, store.Plays).OfAsync(record, cancellationToken);
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(new JsonObject
                {
                    ["id"] = asked,
                    ["sequence"] = record.Sequence,
                    ["what"] = reading.What,
                    ["same"] = reading.IsSame,
                    ["differences"] = new JsonArray([.. reading.Differences.Select(line => (JsonNode)line)]),
                    ["recorded"] = JsonNode.Parse(reading.Recorded),
                    ["recomputed"] = reading.Recomputed is { } now ? JsonNode.Parse(now) : null,
                });
            }
            else
            {
                Write(source.Terminal.Console(), record.Sequence, reading);
            }

            return reading.IsSame switch { true => ExitCode.Ok, false => ExitCode.Conflict, null => ExitCode.NotFound };
        });
        return command;
    }

    private static void Write(IAnsiConsole console, long sequence, ReplayReading reading)
    {
        var (colour, said) = reading.IsSame switch
        {
            true => ("green", "same"),
            false => ("red", "DIFFERENT"),
            null => ("yellow", "not recomputed"),
        };
        console.MarkupLine($"[bold {colour}]{said}[/]: {Plain.Markup(reading.What)}, record {sequence} of the trail");
        if (reading.IsSame == true)
        {
            Bullets.Write(console, "recomputed from the evidence and the rules stored with it, every field comes out as it was recorded");
        }

        Bullets.Write(console, reading.Differences.Select(Plain.Text));
    }
}
