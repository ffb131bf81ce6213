using System.CommandLine;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Policies.Checks;
using Optimizer.Standalone.Policies;

namespace Optimizer.Standalone.Commands;

/// <summary><c>policy simulate</c>: every action on record, ruled again by a changed file.</summary>
internal static class PolicySimulateCommand
{
    private const string Rulings = "ruling.given";

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
            var given = new List<RulingGiven>();
            await foreach (var record in records.Audit.ReadAsync(new() { Kinds = [Rulings], Play = parsed.GetValue(play) }, cancellationToken))
            {
                given.Add((RulingGiven)record.Entry.Event);
            }

            var simulated = PolicySimulation.Of(given, book, plays).ToList();
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
