namespace Optimizer.Workflows.Reports;

/// <summary>What queries show of the clock.</summary>
/// <param name="Week">The next week.</param>
/// <param name="Due">When its briefs are written.</param>
/// <param name="Problem">Why the week before failed; null when it did not.</param>
public sealed record ReportClockStatus(string Week, DateTimeOffset Due, string? Problem);
