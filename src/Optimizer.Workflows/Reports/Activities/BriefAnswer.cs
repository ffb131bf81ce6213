namespace Optimizer.Workflows.Reports.Activities;

/// <param name="Problem">Why there is no brief, when trying again would not help; null when it is written.</param>
public sealed record BriefAnswer(string? Problem = null);
