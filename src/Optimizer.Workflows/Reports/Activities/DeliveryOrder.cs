using Optimizer.Domain.Reports;

namespace Optimizer.Workflows.Reports.Activities;

/// <param name="Week">Which week.</param>
/// <param name="Sink">One of <see cref="DeliverBriefs.Sinks"/>.</param>
/// <param name="Key">The same for all attempts: a page that a sink took without saying so is told under it again.</param>
/// <param name="At">Now.</param>
/// <param name="IsLast">Whether what is not taken now is given up.</param>
public sealed record DeliveryOrder(ReportWeek Week, string Sink, string Key, DateTimeOffset At, bool IsLast);
