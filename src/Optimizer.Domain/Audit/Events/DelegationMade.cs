using Optimizer.Domain.Approvals;

namespace Optimizer.Domain.Audit.Events;

/// <summary>Somebody lets another answer for them.</summary>
/// <param name="Delegation">Who for whom, in which seat, from when until when.</param>
public sealed record DelegationMade(Delegation Delegation) : AuditEvent;
