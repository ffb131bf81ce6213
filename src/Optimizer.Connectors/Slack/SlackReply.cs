namespace Optimizer.Connectors.Slack;

/// <summary>What Slack answered to a call.</summary>
/// <param name="Error">Its name for what was wrong, or ours when nothing came back; null when it did what it was asked.</param>
/// <param name="Message">Time stamp of the message that was posted or changed: its name in the channel. Null for other calls.</param>
internal sealed record SlackReply(string? Error, string? Message)
{
    /// <summary>When it asks to be called again, at the earliest; null when it does not say.</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>The workspace, where the call asks for it.</summary>
    public string? Team { get; init; }
}
