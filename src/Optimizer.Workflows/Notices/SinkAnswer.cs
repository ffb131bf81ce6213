namespace Optimizer.Workflows.Notices;

/// <param name="Delivered">Whether the sink took it.</param>
/// <param name="Status">What it said, in one line.</param>
/// <param name="RetryAfter">When it asks to be tried again, at the earliest; null when it does not say.</param>
public sealed record SinkAnswer(bool Delivered, string Status, DateTimeOffset? RetryAfter = null)
{
    /// <summary>Whether it will never take this: trying again would only hold up what comes after.</summary>
    public bool IsFinal { get; init; }
}
