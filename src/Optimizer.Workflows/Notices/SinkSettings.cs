using Optimizer.Domain.Notices;

namespace Optimizer.Workflows.Notices;

/// <param name="Name">Lower case letters, digits and hyphens; unique.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Recipient">Who reads it.</param>
public sealed record SinkSettings(string Name, SinkKind Kind, Recipient Recipient)
{
    /// <summary>Where a webhook goes; null when <see cref="UrlVariable"/> names it.</summary>
    public Uri? Url { get; init; }

    /// <summary>The environment variable that holds the address, for one that is itself a secret.</summary>
    public string? UrlVariable { get; init; }

    /// <summary>
    /// The environment variable that holds the secret that a webhook is signed with, or with which Slack signs what it sends; messages to
    /// Slack have no buttons for answers when it is null.
    /// </summary>
    public string? SecretVariable { get; init; }

    /// <summary>The environment variable that holds the bot token of Slack.</summary>
    public string? TokenVariable { get; init; }

    /// <summary>Id of the channel of Slack.</summary>
    public string? Channel { get; init; }

    /// <summary>Gets a signed link with every question in their seat or below; null when messages carry none.</summary>
    public Answerer? Answers { get; init; }
}
