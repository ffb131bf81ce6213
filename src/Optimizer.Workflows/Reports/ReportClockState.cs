using Optimizer.Domain.Reports;

namespace Optimizer.Workflows.Reports;

/// <summary>What the clock of the reports keeps from week to week.</summary>
/// <param name="Schedule">When briefs are due.</param>
/// <param name="Last">The last moment that was served; null at the start, which serves none of the past.</param>
/// <param name="Problem">Why the last week's report failed as a whole; null when it did not.</param>
public sealed record ReportClockState(ReportSchedule Schedule, DateTimeOffset? Last = null, string? Problem = null);
