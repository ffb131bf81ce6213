using Optimizer.Domain.Proposals;

namespace Optimizer.Workflows.Proposals;

/// <summary>What policy is asked about a proposal.</summary>
/// <param name="Proposal">All of it.</param>
/// <param name="At">When.</param>
/// <param name="Look">1 when it is proposed, 2 when it is about to be carried out; makes the keys.</param>
public sealed record RuleProposalOrder(Proposal Proposal, DateTimeOffset At, int Look);
