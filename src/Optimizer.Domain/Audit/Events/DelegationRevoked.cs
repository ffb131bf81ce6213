namespace Optimizer.Domain.Audit.Events;

/// <summary>A delegation ended before its time.</summary>
/// <param name="Delegation">Its id.</param>
/// <param name="By">Who was away.</param>
/// <param name="To">Who answered for them.</param>
public sealed record DelegationRevoked(string Delegation, string By, string To) : AuditEvent;
