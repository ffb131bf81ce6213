namespace Optimizer.Workflows.Notices;

/// <summary>What a sink is.</summary>
public enum SinkKind
{
    /// <summary>The terminal of the process that serves.</summary>
    Terminal,

    /// <summary>A file in the data directory, one JSON object a line.</summary>
    File,

    /// <summary>An address that takes signed JSON by POST.</summary>
    Webhook,

    /// <summary>A channel of Slack: one message per object, with buttons where something is asked.</summary>
    Slack,
}
