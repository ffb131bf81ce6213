using Optimizer.Domain.Proposals;

namespace Optimizer.Domain.Audit.Events;

/// <summary>Somebody proposed something; nothing is done yet.</summary>
/// <param name="Proposal">All of it.</param>
public sealed record ProposalMade(Proposal Proposal) : AuditEvent;
