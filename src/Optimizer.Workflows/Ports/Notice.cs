using Optimizer.Domain.Approvals;
using Optimizer.Domain.Notices;

namespace Optimizer.Workflows.Ports;

/// <summary>A message to people: what, why, what they can do, until when.</summary>
/// <param name="Play">The play's slug; "-" for all.</param>
/// <param name="Severity">info, warn or high (C35).</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Markdown.</param>
/// <param name="About">What it is about; a later notice on the same object replaces it.</param>
public sealed record Notice(string Play, string Severity, string Subject, string Text, string About)
{
    /// <summary>The question it asks; null when it asks none.</summary>
    public ApprovalRequest? Request { get; init; }

    /// <summary>What happened: decides whether people are told at once.</summary>
    public NoticeKind Kind { get; init; }

    /// <summary>The KPI it is about; the same KPI and object is told once in 24 hours (S0-064). Null when it is about none.</summary>
    public string? Kpi { get; init; }
}
