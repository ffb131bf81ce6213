namespace Optimizer.Domain.Identity;

/// <summary>What a caller may do; each role may also do what the ones before it may.</summary>
public enum Role
{
    /// <summary>Read everything.</summary>
    Viewer,

    /// <summary>Answer approvals, in the seat that they hold.</summary>
    Approver,

    /// <summary>Start, tick, pause, resume and stop plays; freeze; send events.</summary>
    Operator,

    /// <summary>Change policy and tokens; end a freeze.</summary>
    Admin,
}
