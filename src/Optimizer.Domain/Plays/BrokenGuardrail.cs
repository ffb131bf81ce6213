namespace Optimizer.Domain.Plays;

/// <param name="Id">Place of the rule in the definition and its metric; the same rule has the same id.</param>
/// <param name="Metric">The KPI's key.</param>
/// <param name="Action">What the definition asks for.</param>
/// <param name="Why">With the numbers.</param>
public sealed record BrokenGuardrail(string Id, string Metric, GuardrailAction Action, string Why);
