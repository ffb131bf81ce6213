using Optimizer.Domain.Proposals;

namespace Optimizer.Workflows.Proposals;

/// <summary>What came of a proposal.</summary>
/// <param name="State">How it ended.</param>
/// <param name="By">Who or what ended it: a person, policy, or the loop.</param>
/// <param name="Why">In words.</param>
public sealed record ProposalEnd(ProposalState State, string By, string Why);
