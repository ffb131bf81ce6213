namespace Optimizer.Standalone.Commands;

/// <summary>Exit codes of every command; scripts rely on them.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>Usage or bad input.</summary>
    public const int BadInput = 2;

    /// <summary>Policy, or the caller's role, does not allow it.</summary>
    public const int Denied = 3;

    /// <summary>A person must say yes first.</summary>
    public const int ApprovalNeeded = 4;

    /// <summary>What was asked for is not there.</summary>
    public const int NotFound = 5;

    /// <summary>It contradicts what is there.</summary>
    public const int Conflict = 6;

    /// <summary>Something that the command relies on failed: a disk, a running engine, a vendor.</summary>
    public const int UpstreamFailure = 7;
}
