using Optimizer.Domain.Reports;

namespace Optimizer.Workflows.Reports.Activities;

/// <param name="Week">Which week.</param>
/// <param name="At">Now.</param>
/// <param name="Missing">Plays without a brief.</param>
public sealed record PortfolioOrder(ReportWeek Week, DateTimeOffset At, IReadOnlyList<MissingBrief> Missing);
