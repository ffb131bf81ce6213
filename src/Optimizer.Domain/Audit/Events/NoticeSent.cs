namespace Optimizer.Domain.Audit.Events;

/// <summary>A person was told, or it was tried.</summary>
/// <param name="Sink">Which.</param>
/// <param name="Subject">In words.</param>
/// <param name="Delivered">Whether it arrived.</param>
/// <param name="Why">When not.</param>
public sealed record NoticeSent(string Sink, string Subject, bool Delivered, string? Why) : AuditEvent;
