namespace Optimizer.Standalone.Backups;

/// <summary>A backup cannot be made or restored as asked; what was there before is untouched.</summary>
/// <param name="message">One line: what stands in the way, and what to do.</param>
/// <param name="exitCode">Of the command.</param>
internal sealed class BackupRefusedException(string message, int exitCode) : Exception(message)
{
    public int ExitCode => exitCode;
}
