namespace Optimizer.Domain.Proposals;

/// <summary>
/// Where a proposal stands.
/// <code>
/// Proposed --policy asks--> Asked --approved--> (looked at again) --> Executed | Superseded | Denied | Failed
///     |                       +--answered no--> Rejected     +--nobody answered--> Expired
///     +--policy refuses--> Denied      +--there is nothing to do any more--> Superseded
/// </code>
/// Policy never carries one out by itself: a person always answers (S1-163).
/// </summary>
public enum ProposalState
{
    /// <summary>Written down; policy has not answered yet.</summary>
    Proposed,

    /// <summary>Waits for a person.</summary>
    Asked,

    /// <summary>The order was given.</summary>
    Executed,

    Rejected,

    Expired,

    /// <summary>What would be done now is not what was proposed.</summary>
    Superseded,

    /// <summary>Policy refuses it.</summary>
    Denied,

    /// <summary>Approved, and the order was refused.</summary>
    Failed,
}
