using Optimizer.Domain.Reports;

namespace Optimizer.Workflows.Reports.Activities;

/// <param name="Week">Which week.</param>
/// <param name="Play">Slug.</param>
/// <param name="At">Now.</param>
public sealed record BriefOrder(ReportWeek Week, string Play, DateTimeOffset At);
