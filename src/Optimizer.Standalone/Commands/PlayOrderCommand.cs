using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Operations;

namespace Optimizer.Standalone.Commands;

/// <summary><c>tick PLAY</c>, <c>plays pause|resume|stop ID</c>: tells a play something and shows where it then stands.</summary>
internal static class PlayOrderCommand
{
    public static Command Build(ServerSource source, PlayOrder order, string name, string description, bool asksWhy)
    {
        var id = new Argument<string>(asksWhy ? "ID" : "PLAY") { Description = "The play's slug." };
        var why = new Option<string?>("--why") { Description = "The reason, for the trail.", HelpName = "TEXT" };
        var dry = new Option<bool>("--dry-run") { Description = "Says what would happen, and does nothing." };
        var command = new Command(name, description) { id, dry };
        if (asksWhy)
        {
            command.Add(why);
        }

        source.Ask(command, async (parsed, server, cancellationToken) =>
        {
            var (slug, isDry) = (parsed.GetRequiredValue(id), parsed.GetValue(dry));
            var (play, isHeard, refused) = await order.GiveAsync(
                server, slug, asksWhy ? parsed.GetValue(why) ?? "no reason given" : null, isDry, source.Terminal.Clock, cancellationToken);
            if (play is null)
            {
                return source.Refuse(refused!);
            }

            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(new JsonObject { ["dryRun"] = isDry, ["heard"] = isHeard, ["play"] = play.DeepClone() });
            }
            else
            {
                source.Terminal.Output.WriteLine(Plain.Text(
                    $"{(isDry ? $"would {order.Verb} " : "")}{slug}: {PlayFacts.Stage(play).Replace('_', ' ')}"
                    + $"{(PlayFacts.Text(play, "nextTick") is { } next ? $", next tick {next}" : "")}{(PlayFacts.Text(play, "problem") is { } problem ? $"; problem: {problem}" : "")}"));
            }

            return isDry || isHeard
                ? ExitCode.Ok
                : source.Terminal.Refuse(Plain.Text($"the {order.Verb} is kept and {slug} has not taken it yet: 'optimizer status {slug}' shows why"), ExitCode.UpstreamFailure);
        });
        return command;
    }
}
