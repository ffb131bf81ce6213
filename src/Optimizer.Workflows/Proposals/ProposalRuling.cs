using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;

namespace Optimizer.Workflows.Proposals;

/// <summary>What is true of a proposal at one look; exactly one of fault and ruling is set.</summary>
/// <param name="Fault">Why there is nothing to do any more, in words.</param>
/// <param name="Ruling">Policy's answer.</param>
/// <param name="Request">The question to a person, bound to the exact change; null when policy refuses.</param>
public sealed record ProposalRuling(string? Fault, Ruling? Ruling, ApprovalRequest? Request);
