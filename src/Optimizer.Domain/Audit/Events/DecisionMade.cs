using Optimizer.Domain.Decisions;

namespace Optimizer.Domain.Audit.Events;

/// <summary>A look was decided on.</summary>
/// <param name="Record">All it was made from.</param>
public sealed record DecisionMade(DecisionRecord Record) : AuditEvent;
