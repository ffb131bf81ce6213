namespace Optimizer.Domain.Notices;

/// <summary>A message to the same recipient that was taken before.</summary>
/// <param name="Facts">What it said.</param>
/// <param name="At">When it was taken.</param>
/// <param name="HeldUntil">When it goes out; null when it went out, or goes at once.</param>
public sealed record PastNotice(NoticeFacts Facts, DateTimeOffset At, DateTimeOffset? HeldUntil);
