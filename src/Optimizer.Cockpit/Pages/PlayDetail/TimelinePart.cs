namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>What happened, newest first.</summary>
/// <param name="Items">Of this page.</param>
/// <param name="Kind">The filter; null for everything.</param>
/// <param name="IsFirst">Whether nothing newer is left out.</param>
/// <param name="Next">Address of what is older; null when there is nothing.</param>
public sealed record TimelinePart(IReadOnlyList<TimelineItem> Items, TimelineKind? Kind, bool IsFirst, string? Next);
