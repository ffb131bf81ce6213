using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Calc;

namespace Optimizer.Standalone.Commands;

/// <summary><c>calc METHOD</c>: reference cases in, outputs out, one JSON object a line.</summary>
internal static class CalcCommand
{
    public static Command Build(Terminal terminal)
    {
        var method = new Argument<string>("METHOD")
        {
            Description = $"One of: {string.Join(", ", CalcMethods.Names)}.",
        };
        method.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !CalcMethods.Names.Contains(given.Value))
            {
                result.AddError($"'{given.Value}' is no method; the methods are {string.Join(", ", CalcMethods.Names)}.");
            }
        });
        var command = new Command("calc", "Computes one statistical method on JSON lines from standard input.") { method };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(method), terminal));
        return command;
    }

    private static int Run(string method, Terminal terminal)
    {
        for (var line = 1; terminal.Input.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            CalcCase given;
            try
            {
                given = CalcCase.Parse(text);
            }
            catch (ArgumentException problem)
            {
                terminal.Output.Flush();
                return terminal.Refuse($"standard input:{line}: {problem.Message}");
            }

            var id = given.Id.ValueKind == JsonValueKind.Undefined ? null : JsonNode.Parse(given.Id.GetRawText());
            terminal.Output.WriteLine(new JsonObject { ["id"] = id, ["output"] = CalcMethods.Compute(method, given) }.ToJsonString());
        }

        terminal.Output.Flush();
        return ExitCode.Ok;
    }
}
