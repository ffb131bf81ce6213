using System.CommandLine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>audit</c>: the append-only trail of everything that was read, decided and changed.</summary>
internal static class AuditCommand
{
    public static Command Build(RecordSource source) => new(
        "audit", "The audit trail: what was done and why. Exports it, proves that nobody changed it, and makes its pages anew.")
    {
        AuditExportCommand.Build(source),
        AuditVerifyCommand.Build(source),
        AuditRebuildCommand.Build(source),
    };
}
