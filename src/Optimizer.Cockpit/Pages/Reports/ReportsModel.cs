namespace Optimizer.Cockpit.Pages.Reports;

/// <summary>All reports, the newest week first.</summary>
/// <param name="Weeks">Those of a quarter in which a brief was written.</param>
/// <param name="Earlier">Name of the week with which the quarter before begins; null when nothing was written then.</param>
/// <param name="Cards">Cards of experiments.</param>
/// <param name="Logs">Logs of plays.</param>
public sealed record ReportsModel(IReadOnlyList<ReportWeekLine> Weeks, string? Earlier, int Cards, int Logs);
