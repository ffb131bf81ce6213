using Optimizer.Cockpit.Api.Answers;

namespace Optimizer.Cockpit.Proposals;

/// <summary>What became of wanting something done.</summary>
/// <param name="Proposal">As it stands; null when nothing was written down.</param>
/// <param name="Problem">Why nobody is asked; null when a person is, or will be. With a proposal it says that policy refuses, or that there is nothing to do.</param>
internal sealed record ProposalReply(ProposalShown? Proposal, Problem? Problem);
