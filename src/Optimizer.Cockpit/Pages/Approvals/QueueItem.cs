using Optimizer.Cockpit.Api.Approvals;

namespace Optimizer.Cockpit.Pages.Approvals;

/// <summary>A question as somebody sees it.</summary>
/// <param name="Shown">The question.</param>
/// <param name="Hindrance">Why they may not approve it; null when they may.</param>
public sealed record QueueItem(ApprovalShown Shown, string? Hindrance)
{
    /// <summary>How it is called for, of the time there is to answer.</summary>
    public string Urgency => Shown switch
    {
        { SecondsLeft: null } => "",
        { SecondsLeft: < 3600 } => "bad",
        { SecondsLeft: < 4 * 3600 } => "warn",
        _ => "",
    };
}
