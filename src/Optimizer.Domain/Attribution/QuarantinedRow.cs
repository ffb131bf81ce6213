namespace Optimizer.Domain.Attribution;

/// <summary>A row that was set aside and is not counted.</summary>
/// <param name="Number">Place in the quarantine, from 1.</param>
/// <param name="ReceivedAt">When it came first.</param>
/// <param name="Code">Why.</param>
/// <param name="Why">In words.</param>
/// <param name="Text">The row: JSON of an event, or what came in its place.</param>
/// <param name="IsReadmitted">Whether it was counted later.</param>
public sealed record QuarantinedRow(long Number, DateTimeOffset ReceivedAt, string Code, string Why, string Text, bool IsReadmitted);
