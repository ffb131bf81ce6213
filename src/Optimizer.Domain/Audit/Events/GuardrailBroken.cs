using Optimizer.Domain.Plays;

namespace Optimizer.Domain.Audit.Events;

/// <summary>A limit that the definition sets on a KPI is broken.</summary>
/// <param name="Metric">The KPI's key.</param>
/// <param name="Action">What the definition asks for.</param>
/// <param name="Why">With the numbers.</param>
public sealed record GuardrailBroken(string Metric, GuardrailAction Action, string Why) : AuditEvent;
