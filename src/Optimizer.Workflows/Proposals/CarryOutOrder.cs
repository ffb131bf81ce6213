using Optimizer.Domain.Approvals;
using Optimizer.Domain.Proposals;

namespace Optimizer.Workflows.Proposals;

/// <summary>What a person approved, looked at again and still so.</summary>
/// <param name="Proposal">All of it.</param>
/// <param name="Request">The question as it would be put now: from what to what.</param>
/// <param name="By">Who approved it.</param>
/// <param name="At">When it is carried out.</param>
public sealed record CarryOutOrder(Proposal Proposal, ApprovalRequest Request, string By, DateTimeOffset At);
