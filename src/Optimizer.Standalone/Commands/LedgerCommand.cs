using System.CommandLine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>ledger</c>: what visitors did, in experiments.</summary>
internal static class LedgerCommand
{
    public static Command Build(LedgerSource source) => new(
        "ledger", "The attribution ledger: what visitors did. Imports events, sums them, and proves that nobody changed them.")
    {
        LedgerImportCommand.Build(source),
        LedgerShowCommand.Build(source),
        LedgerQueryCommand.Build(source),
        LedgerVerifyCommand.Build(source),
    };
}
