using Optimizer.Domain.Proposals;

namespace Optimizer.Domain.Audit.Events;

/// <summary>What came of a proposal.</summary>
/// <param name="Proposal">Its id.</param>
/// <param name="State">How it ended.</param>
/// <param name="By">Who or what ended it: a person, policy, or the loop.</param>
/// <param name="Why">In words.</param>
public sealed record ProposalEnded(string Proposal, ProposalState State, string By, string Why) : AuditEvent;
