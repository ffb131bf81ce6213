namespace Optimizer.Domain.Audit.Events;

/// <summary>Callers without a valid token came from one address: written at the 10th, 100th, 1,000th, ... of an hour.</summary>
/// <param name="Address">Where from; "others" when there are too many addresses to tell apart.</param>
/// <param name="Count">How many since then.</param>
/// <param name="Since">When the first came.</param>
public sealed record LoginsRefused(string Address, long Count, DateTimeOffset Since) : AuditEvent;
