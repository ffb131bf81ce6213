namespace Optimizer.Connectors.Slack;

/// <summary>What kind of no Slack said.</summary>
internal enum SlackFault
{
    /// <summary>It may be taken later as it is.</summary>
    Again,

    /// <summary>It is taken once the owner has put something right, such as inviting the app to the channel.</summary>
    Owner,

    /// <summary>The message that is to be changed is gone, or cannot be changed any more.</summary>
    Gone,

    /// <summary>This content is never taken.</summary>
    Never,
}
