using System.CommandLine;
using Optimizer.Standalone.Plays;

namespace Optimizer.Standalone.Commands;

/// <summary><c>plays list</c>: plays, one a row.</summary>
internal static class PlaysListCommand
{
    public static Command Build(PlaySource source)
    {
        var command = new Command("list", "Lists the plays in force, with their goals and whether they can be optimised.");
        source.Ask(command, (parsed, read) =>
        {
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(PlayJson.Of(read));
            }
            else if (read.Plays.Count > 0)
            {
                PlayListPage.Write(source.Terminal.Console(), read.Plays);
            }
            else if (read.Problems.Count == 0)
            {
                source.Terminal.Output.WriteLine("No plays yet. 'optimizer plays list --plays DIR' looks at definitions that are in no data directory.");
            }

            return read.Problems.Count == 0 ? ExitCode.Ok : ExitCode.BadInput;
        });
        return command;
    }
}
