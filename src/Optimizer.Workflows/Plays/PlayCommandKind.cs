namespace Optimizer.Workflows.Plays;

/// <summary>What a person may tell a play.</summary>
public enum PlayCommandKind
{
    /// <summary>Read the KPIs now.</summary>
    Tick,
    /// <summary>Try again now what did not answer; nothing else.</summary>
    Wake,
    Pause,
    Resume,
    Stop,
}
