namespace Optimizer.Domain.Audit.Events;

/// <summary>Somebody gave an order from outside: the actor of the entry. What came of it stands in the records after it.</summary>
/// <param name="Order">Such as enrol, define, tick, pause, policy.propose, policy.put.</param>
/// <param name="Detail">What it was about, such as the hash of a definition, or why in words.</param>
public sealed record OrderGiven(string Order, string Detail) : AuditEvent;
