using Optimizer.Domain.Approvals;

namespace Optimizer.Domain.Audit.Events;

/// <summary>A person is asked.</summary>
/// <param name="Request">The question.</param>
public sealed record ApprovalAsked(ApprovalRequest Request) : AuditEvent;
