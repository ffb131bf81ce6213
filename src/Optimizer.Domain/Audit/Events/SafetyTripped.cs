namespace Optimizer.Domain.Audit.Events;

/// <summary>A stop rule fired between two looks (S0-055).</summary>
/// <param name="Rule">Which.</param>
/// <param name="Does">What is done.</param>
/// <param name="Why">With the numbers.</param>
public sealed record SafetyTripped(string Rule, string Does, string Why) : AuditEvent;
