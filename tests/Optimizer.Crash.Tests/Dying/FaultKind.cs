namespace Optimizer.Crash.Tests.Dying;

/// <summary>What happens to a call of the store.</summary>
public enum FaultKind
{
    /// <summary>The process dies before it.</summary>
    DieBefore,

    /// <summary>The process dies after it, before anybody hears of it.</summary>
    DieAfter,

    /// <summary>It fails once, nothing of the open change is kept, and another attempt would do.</summary>
    FailOnce,

    /// <summary>It is carried out and says once that it failed, as a disk that goes away at the wrong moment.</summary>
    DoneButFailed,
}
