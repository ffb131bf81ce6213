using Optimizer.Workflows.Approvals;

namespace Optimizer.Workflows.Proposals;

/// <summary>What a proposal hears.</summary>
/// <param name="Approval">What came of its question.</param>
public sealed record ProposalNews(ApprovalEnd Approval);
