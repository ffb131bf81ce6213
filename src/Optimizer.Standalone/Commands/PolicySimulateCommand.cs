using System.CommandLine;
using Optimizer.Standalone.Policies;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Standalone.Commands;

/// <summary><c>policy simulate</c>: every action on record, ruled again by a changed file.</summary>
internal static class PolicySimulateCommand
{
    public static Command Build(Terminal terminal, Option<bool> json, Option<DirectoryInfo> data)
    {
        var policy = new Option<string>("--policy") { Description = "The changed policy file.", HelpName = "FILE", Required = true };
        var play = new Option<string?>("--play") { Description = "Only this play.", HelpName = "ID" };
        var command = new Command("simulate", "Lists what a changed policy would have allowed, asked and denied instead.") { policy, play };
        PolicyCommand.Run(command, terminal, data, async (parsed, source, cancellationToken) =>
        {
            var book = await source.PolicyAsync(parsed.GetRequiredValue(policy), cancellationToken);
            using var records = source.Records();
            var plays = await PolicySource.PlaysAsync(records.Plays, cancellationToken);
            var trial = await PolicyTrial.RunAsync(records.Audit, book, plays, parsed.GetValue(play), since: null, int.MaxValue, cancellationToken);
            var simulated = trial.Rulings.Select(each => each.Ruling).ToList();
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(PolicyJson.Of(book, simulated));
            }
            else
            {
                SimulatePage.Write(terminal.Console(), book, simulated);
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
