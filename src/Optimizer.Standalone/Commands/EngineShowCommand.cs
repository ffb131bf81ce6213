using System.CommandLine;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>engine show ID</c>: where one instance stands.</summary>
internal static class EngineShowCommand
{
    public static Command Build(EngineSource source)
    {
        var id = new Argument<string>("ID") { Description = "Id of the instance." };
        var full = new Option<bool>("--full") { Description = "Show long values whole, and where failures were thrown." };
        var command = new Command("show", "Shows where an instance stands, why, what it waits for and what it holds.") { id, full };
        source.Ask(command, async (parsed, view, cancellationToken) =>
        {
            var asked = parsed.GetRequiredValue(id);
            if (await InstanceReport.ReadAsync(view, asked, cancellationToken) is not { } report)
            {
                return source.NoInstance(asked, view);
            }

            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(EngineJson.Of(report));
            }
            else
            {
                new ShowPage(source.Terminal.Console(), source.Now, parsed.GetValue(full)).Write(report);
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
