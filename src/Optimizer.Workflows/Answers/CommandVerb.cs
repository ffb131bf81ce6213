namespace Optimizer.Workflows.Answers;

/// <summary>What a typed command may want.</summary>
public enum CommandVerb
{
    /// <summary>Make a variant the new control.</summary>
    Adopt,

    /// <summary>Let an experiment run longer.</summary>
    Extend,

    /// <summary>Stop every change outside.</summary>
    Freeze,

    LowerAutonomy,
    Pause,
    RaiseAutonomy,
    Resume,

    /// <summary>Take a variant or an adopted change out again.</summary>
    Revert,

    /// <summary>Change a value of the policy.</summary>
    SetPolicy,

    /// <summary>Try something: an experiment.</summary>
    Start,

    /// <summary>End a play or an experiment.</summary>
    Stop,

    /// <summary>Read the KPIs now.</summary>
    Tick,
}
