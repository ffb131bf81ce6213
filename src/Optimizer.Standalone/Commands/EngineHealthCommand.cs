using System.CommandLine;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>engine health</c>: how the engine is doing, or how its file was left.</summary>
internal static class EngineHealthCommand
{
    public static Command Build(EngineSource source)
    {
        var command = new Command("health", "Says how the engine is doing; when none runs, how its file was left. Exit code 7 when it runs and is not healthy.");
        source.Ask(command, async (parsed, view, cancellationToken) =>
        {
            var report = await EngineReport.ReadAsync(view, cancellationToken);
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(EngineJson.Of(report));
            }
            else
            {
                HealthPage.Write(source.Terminal.Console(), report, source.Now);
            }

            return report.Health is { IsHealthy: false } ? ExitCode.UpstreamFailure : ExitCode.Ok;
        });
        return command;
    }
}
