using Optimizer.Domain.Reports;

namespace Optimizer.Workflows.Reports.Activities;

/// <param name="Schedule">When briefs are due.</param>
/// <param name="After">The answer is later.</param>
public sealed record ReportAsked(ReportSchedule Schedule, DateTimeOffset After);
