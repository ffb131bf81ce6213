using System.CommandLine;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Ledger;
using Spectre.Console;

namespace Optimizer.Standalone.Commands;

/// <summary><c>ledger verify</c>: whether anybody changed the ledger since it was written (S3-045).</summary>
internal static class LedgerVerifyCommand
{
    public static Command Build(LedgerSource source)
    {
        var command = new Command("verify", "Proves that no event was changed, added or taken out, and that every running sum is what the events come to; exit code 6 when not.");
        source.Ask(command, (parsed, ledger, cancellationToken) =>
        {
            var faults = ledger.Verify(cancellationToken);
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(LedgerJson.Of(ledger.File, faults));
            }
            else if (faults.Count == 0)
            {
                source.Terminal.Console().MarkupLine($"[bold green]sound[/]: {Plain.Markup(ledger.File)}");
                Bullets.Write(source.Terminal.Console(), "every event is as it was written, in its place, and every sum is what the events come to");
            }
            else
            {
                source.Terminal.Console().MarkupLine($"[bold red]CHANGED[/]: {Plain.Markup(ledger.File)}, {faults.Count:#,0} faults");
                Bullets.Write(source.Terminal.Console(), faults.Select(fault => Plain.Text(fault.ToString())));
            }

            return Task.FromResult(faults.Count == 0 ? ExitCode.Ok : ExitCode.Conflict);
        });
        return command;
    }
}
