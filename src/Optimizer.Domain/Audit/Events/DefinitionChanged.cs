namespace Optimizer.Domain.Audit.Events;

/// <summary>Another definition or policy came into force, at the tick that first used it.</summary>
/// <param name="What">definition or policy.</param>
/// <param name="From">Hash before.</param>
/// <param name="To">Hash now.</param>
public sealed record DefinitionChanged(string What, string From, string To) : AuditEvent;
