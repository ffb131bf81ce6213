using System.CommandLine;
using Optimizer.Connectors.Files;
using Optimizer.Standalone.Operations;

namespace Optimizer.Standalone.Commands;

/// <summary>The <c>optimizer</c> command.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs; bad usage and bad input end in one line on standard error and exit code 2.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        // No response files: @file names the variant by its file, and a name may begin with @.
        var parsed = Build(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            var command = string.Join(' ', Ancestors(parsed.CommandResult));
            return terminal.Refuse($"{Problem(parsed)} See '{command} --help'.");
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,

                // A server that is told to stop first finishes what it has promised.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
            });
        }
        catch (FileFaultException fault)
        {
            return terminal.Refuse(fault.Message);
        }
    }

    // A word that is no command is reported by the parser as a missing command first.
    private static string Problem(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand root && parsed.UnmatchedTokens is [var word, ..]
            ? $"'{word}' is no command or option; the commands are {string.Join(", ", root.Subcommands.Select(command => command.Name))}."
            : parsed.Errors[0].Message;

    private static RootCommand Build(Terminal terminal)
    {
        var json = new Option<bool>("--json")
        {
            Description = "One JSON document on standard output, everything else on standard error.",
            Recursive = true,
        };
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "Directory of the engine's files.",
            Recursive = true,
            HelpName = "DIR",
            DefaultValueFactory = _ => new(".optimizer"),
        };
        var records = new RecordSource(terminal, json, data);
        var server = new ServerSource(terminal, json, data);
        return new("Optimizer runs growth plays as durable workflows, and judges experiments and KPIs on the way.")
        {
            json,
            data,
            DemoCommand.Build(terminal, json, data),
            InitCommand.Build(terminal, json, data),
            ServeCommand.Build(terminal, data),
            StatusCommand.Build(server),
            PlayOrderCommand.Build(server, PlayOrder.Tick, "tick", "Lets a play read its KPIs now, and waits until it has.", asksWhy: false),
            ApprovalsCommand.Build(server),
            TokensCommand.Build(server),
            FreezeCommand.Build(server),
            UnfreezeCommand.Build(server),
            DoctorCommand.Build(server),
            McpCommand.Build(server),
            BackupCommand.Build(server),
            RestoreCommand.Build(server),
            BacktestCommand.Build(terminal, json, data),
            PlaysCommand.Build(terminal, json, data, server),
            ExperimentsCommand.Build(records),
            WhyCommand.Build(records),
            ReplayCommand.Build(records),
            BriefCommand.Build(terminal, json, data),
            PolicyCommand.Build(terminal, json, data),
            AuditCommand.Build(records),
            LedgerCommand.Build(new(terminal, json, data)),
            NotificationsCommand.Build(records),
            EvaluateCommand.Build(terminal, json),
            MonitorCommand.Build(terminal, json),
            CalcCommand.Build(terminal),
            EngineCommand.Build(terminal, json, data),
        };
    }

    private static IEnumerable<string> Ancestors(System.CommandLine.Parsing.CommandResult result)
    {
        if (result.Parent is System.CommandLine.Parsing.CommandResult parent)
        {
            foreach (var name in Ancestors(parent))
            {
                yield return name;
            }
        }

        yield return result.Parent is null ? "optimizer" : result.Command.Name;
    }
}
