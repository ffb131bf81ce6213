namespace Optimizer.Domain.Approvals;

/// <summary>What happens when nobody answers in time. There is no approving (C19).</summary>
public enum TimeoutAction
{
    Reject,

    /// <summary>Ask the next higher seat, once; then reject.</summary>
    Escalate,

    /// <summary>Go on waiting, with reminders.</summary>
    Park,
}
