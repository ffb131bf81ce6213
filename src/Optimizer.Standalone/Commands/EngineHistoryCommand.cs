using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>engine history ID</c>: what happened to one instance, turn by turn.</summary>
internal static class EngineHistoryCommand
{
    public static Command Build(EngineSource source)
    {
        var id = new Argument<string>("ID") { Description = "Id of the instance." };
        var full = new Option<bool>("--full") { Description = "Show every line, and values and failures whole." };
        var last = new Option<int?>("--last") { Description = "Only the last turns.", HelpName = "N", CustomParser = ParseLast };
        var command = new Command("history", "Tells what happened to an instance, turn by turn, and what it waits for now.") { id, full, last };
        source.Ask(command, async (parsed, view, cancellationToken) =>
        {
            var asked = parsed.GetRequiredValue(id);
            if (await view.HistoryAsync(asked, cancellationToken) is not { } history)
            {
                return source.NoInstance(asked, view);
            }

            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(EngineJson.Of(history, parsed.GetValue(last)));
            }
            else
            {
                new HistoryPage(source.Terminal.Console(), source.Now, parsed.GetValue(full), parsed.GetValue(last)).Write(history);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static int? ParseLast(ArgumentResult given)
    {
        if (!int.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var turns) || turns < 1)
        {
            given.AddError($"--last must be a number of turns from 1, not '{Plain.Text(given.Tokens[0].Value)}'.");
            return null;
        }

        return turns;
    }
}
