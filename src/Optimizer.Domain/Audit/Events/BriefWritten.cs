namespace Optimizer.Domain.Audit.Events;

/// <summary>A week's page was written.</summary>
/// <param name="Period">Such as 2026-W07.</param>
/// <param name="Artifact">Where.</param>
/// <param name="TextHash">SHA-256 of the page.</param>
public sealed record BriefWritten(string Period, string Artifact, string TextHash) : AuditEvent;
