namespace Optimizer.Domain.Notices;

/// <summary>What there is to know of a message before it is decided when it goes out.</summary>
/// <param name="Play">The play's slug; "-" for all.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="About">The object; a later message about it replaces an earlier one.</param>
public sealed record NoticeFacts(string Play, NoticeKind Kind, NoticeSeverity Severity, string About)
{
    /// <summary>The KPI it is about; null when it is about none.</summary>
    public string? Kpi { get; init; }

    /// <summary>Until when somebody can act on it; null when there is no such time.</summary>
    public DateTimeOffset? Until { get; init; }
}
