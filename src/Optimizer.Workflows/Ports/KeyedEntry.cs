using Optimizer.Domain.Audit;

namespace Optimizer.Workflows.Ports;

/// <param name="Key">Idempotency key, unique in the trail.</param>
/// <param name="Entry">What happened.</param>
public sealed record KeyedEntry(string Key, AuditEntry Entry);
