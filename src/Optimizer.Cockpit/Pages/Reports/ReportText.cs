using Microsoft.AspNetCore.Components;

namespace Optimizer.Cockpit.Pages.Reports;

/// <summary>A page of Markdown as HTML that is safe to show.</summary>
/// <param name="Title">Its first heading; empty without one.</param>
/// <param name="Html">What comes after it.</param>
public sealed record ReportText(string Title, MarkupString Html);
