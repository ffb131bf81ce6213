namespace Optimizer.Cockpit.Pages.Reports;

/// <summary>A week in which briefs were written.</summary>
/// <param name="Name">Such as 2026-W07.</param>
/// <param name="Monday">Its first day.</param>
/// <param name="Lead">What the brief over all plays says first; empty without one.</param>
/// <param name="Path">Of the brief over all plays; null without one.</param>
/// <param name="Plays">Briefs of single plays.</param>
public sealed record ReportWeekLine(string Name, DateOnly Monday, string Lead, string? Path, int Plays);
