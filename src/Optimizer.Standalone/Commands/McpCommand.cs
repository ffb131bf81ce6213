using System.CommandLine;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;
using Optimizer.Cockpit.Mcp;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Standalone.Backtests;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Serving;

namespace Optimizer.Standalone.Commands;

/// <summary><c>mcp</c>: an assistant's way in. Standard output holds the protocol alone.</summary>
internal static class McpCommand
{
    // Whoever has no token is at least a program, and stands in the trail as one.
    private static readonly Principal Assistant = new("assistant", Role.Viewer, Seat.Engineer, IsHuman: false);

    public static Command Build(ServerSource source)
    {
        var command = new Command(
            "mcp",
            "Serves tools to an assistant over the Model Context Protocol, on standard input and output: they read, and they propose; none approves. "
            + $"Lend it a token of its own in {Terminal.TokenVariable}, made for a program ('optimizer tokens create NAME --role viewer --program'): it then stands in the trail by name and can never approve.");
        command.SetAction((parsed, cancellationToken) => RunAsync(source.Terminal, source.FolderOf(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string folder, CancellationToken cancellationToken)
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();

        // Whatever else writes to the console must not stand between the lines of the protocol.
        Console.SetOut(terminal.Error);
        using var api = new ToolConnection(
            new() { As = Assistant, Clock = terminal.Clock, Folder = folder, Say = line => terminal.Error.WriteLine(Plain.Text(line)) }, terminal.Token);
        using var logs = LoggerFactory.Create(logging => logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        await using var transport = new StreamServerTransport(input, output, "optimizer", logs);
        try
        {
            await new ToolServer(api, new BacktestsOfTexts()).RunAsync(transport, logs, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop: there is nothing to finish, what was proposed is kept.
        }

        return ExitCode.Ok;
    }
}
