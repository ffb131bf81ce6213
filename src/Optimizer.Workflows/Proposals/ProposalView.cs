using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Proposals;

namespace Optimizer.Workflows.Proposals;

/// <summary>What a query of a proposal shows.</summary>
public sealed record ProposalView
{
    public required Proposal Proposal { get; init; }

    public ProposalState State { get; init; }

    /// <summary>Policy's answer; null before it came, and where there was nothing to ask it.</summary>
    public Ruling? Ruling { get; init; }

    /// <summary>The question to a person; null before it is asked, and when it never is.</summary>
    public ApprovalRequest? Request { get; init; }

    /// <summary>Null while it is open.</summary>
    public ProposalEnd? End { get; init; }
}
