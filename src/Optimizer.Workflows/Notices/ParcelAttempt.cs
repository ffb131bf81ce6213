namespace Optimizer.Workflows.Notices;

/// <summary>One try to deliver a parcel.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Delivered">Whether the sink took it.</param>
/// <param name="Status">What the sink said, such as 204 or 503 Service Unavailable.</param>
public sealed record ParcelAttempt(DateTimeOffset At, bool Delivered, string Status);
