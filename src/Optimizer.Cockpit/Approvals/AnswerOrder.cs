using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Approvals;

/// <summary>What somebody wants to answer. Who they are comes from how they are known, never from what they send.</summary>
/// <param name="Approval">The question's id.</param>
/// <param name="Caller">Who answers.</param>
/// <param name="Approve">Yes or no.</param>
/// <param name="PayloadHash">Of the change they saw.</param>
/// <param name="Comment">Why.</param>
/// <param name="Channel">cli, http, link or slack.</param>
/// <param name="Proof">How it is known who they are.</param>
internal sealed record AnswerOrder(
    string Approval, Principal Caller, bool Approve, string PayloadHash, string? Comment, string Channel, string Proof)
{
    /// <summary>When it was given; null for now. The same answer sent again keeps its time, and is the same.</summary>
    public DateTimeOffset? At { get; init; }
}
