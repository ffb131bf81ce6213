namespace Optimizer.Standalone.Commands;

/// <summary>Exit codes of every command; scripts rely on them.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>Usage or bad input.</summary>
    public const int BadInput = 2;
}
