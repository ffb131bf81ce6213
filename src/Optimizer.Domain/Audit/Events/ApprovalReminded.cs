namespace Optimizer.Domain.Audit.Events;

/// <summary>A reminder went out.</summary>
/// <param name="Approval">Its id.</param>
/// <param name="Number">Which reminder.</param>
public sealed record ApprovalReminded(string Approval, int Number) : AuditEvent;
