using Optimizer.Domain.Reports;

namespace Optimizer.Workflows.Reports;

/// <param name="Week">Which week.</param>
/// <param name="Plays">Slugs.</param>
/// <param name="Number">Of the part, from 1.</param>
public sealed record ReportPart(ReportWeek Week, IReadOnlyList<string> Plays, int Number = 1);
