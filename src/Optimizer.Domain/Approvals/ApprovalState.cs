namespace Optimizer.Domain.Approvals;

/// <summary>
/// Where an approval stands.
/// <code>
/// Pending --answer--> Approved | Rejected        Pending --time--> Expired (rejected) | Escalated --> ... | Parked (waits on, reminders only)
/// Pending --the change is another now--> Superseded      Pending --nobody needs it any more--> Cancelled
/// Approved --carried out, or not--> Executed | Failed | Superseded (what was approved is not what would be done now: asked again)
/// </code>
/// Time never approves (C19).
/// </summary>
public enum ApprovalState
{
    Pending,
    Approved,
    Rejected,
    Expired,
    Parked,
    Superseded,
    Cancelled,

    /// <summary>Approved, and done.</summary>
    Executed,

    /// <summary>Approved, and what should have been done was refused outside.</summary>
    Failed,
}
