using System.CommandLine;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Policies;

namespace Optimizer.Standalone.Commands;

/// <summary><c>policy</c>: what may run alone, what asks whom, what is never allowed, and which line says so. Nothing here changes anything.</summary>
internal static class PolicyCommand
{
    public static Command Build(Terminal terminal, Option<bool> json, Option<DirectoryInfo> data) =>
        new("policy", "Explains a policy, finds what is wrong in it, and tries it on what was done.")
        {
            PolicyExplainCommand.Build(terminal, json, data),
            PolicyLintCommand.Build(terminal, json, data),
            PolicySimulateCommand.Build(terminal, json, data),
        };

    /// <summary>Runs a command and turns what it cannot use into lines and an exit code.</summary>
    public static void Run(
        Command command, Terminal terminal, Option<DirectoryInfo> data, Func<ParseResult, PolicySource, CancellationToken, Task<int>> run) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await run(parsed, new(parsed.GetRequiredValue(data).FullName), cancellationToken);
            }
            catch (PolicyReadException fault)
            {
                var code = fault.ExitCode;
                foreach (var line in fault.Lines)
                {
                    code = terminal.Refuse(Plain.Text(line), fault.ExitCode);
                }

                return code;
            }
            catch (RecordFileException fault)
            {
                return terminal.Refuse(Plain.Text(fault.Message), ExitCode.UpstreamFailure);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return terminal.Refuse("stopped before the answer came", ExitCode.UpstreamFailure);
            }
        });
}
