namespace Optimizer.Cockpit.Slack;

/// <summary>What somebody did in Slack.</summary>
internal enum SlackPressKind
{
    /// <summary>Nothing that is for us to act on, such as a button that only opens a page.</summary>
    Other,

    /// <summary>Pressed approve.</summary>
    Approve,

    /// <summary>Pressed reject, which asks why.</summary>
    Reject,

    /// <summary>Said why not.</summary>
    Reason,
}
