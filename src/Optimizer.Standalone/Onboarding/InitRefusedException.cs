namespace Optimizer.Standalone.Onboarding;

/// <summary>A play cannot be made of what was said; nothing was written.</summary>
/// <param name="message">One line: what is missing or wrong, and what would be right.</param>
/// <param name="exitCode">Of the command.</param>
internal sealed class InitRefusedException(string message, int exitCode) : Exception(message)
{
    public int ExitCode => exitCode;
}
