using System.CommandLine;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Plays;

namespace Optimizer.Standalone.Commands;

/// <summary><c>plays validate PATH...</c>: every problem of every definition, and a table of what is right.</summary>
internal static class PlaysValidateCommand
{
    public static Command Build(Terminal terminal, Option<bool> json)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders of definitions, YAML or JSON.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("validate", "Checks definitions: one line a problem, with file, line, field and what would be right.") { paths };
        command.SetAction(parsed =>
        {
            var read = PlayFiles.Read(parsed.GetRequiredValue(paths));
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(PlayJson.Of(read));
            }
            else
            {
                Write(terminal, read);
            }

            return read.Problems.Count == 0 ? ExitCode.Ok : ExitCode.BadInput;
        });
        return command;
    }

    private static void Write(Terminal terminal, PlayFiles read)
    {
        if (read.Plays.Count > 0)
        {
            PlayListPage.Write(terminal.Console(), read.Plays);
            terminal.Output.WriteLine(read.Plays.Count == 1 ? "1 play is right." : $"{read.Plays.Count} plays are right.");
        }

        foreach (var problem in read.Problems)
        {
            terminal.Refuse(Plain.Text(problem.ToString()));
        }
    }
}
