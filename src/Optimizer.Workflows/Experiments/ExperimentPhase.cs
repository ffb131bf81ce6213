namespace Optimizer.Workflows.Experiments;

/// <summary>Where an experiment stands.</summary>
public enum ExperimentPhase
{
    /// <summary>The card is written and the flag made, switched off (S0-034, S0-037).</summary>
    Preparing,

    /// <summary>Live: watched every quarter of an hour, looked at every day.</summary>
    Running,

    /// <summary>A person is asked whether the variant may go live; watched and looked at as before.</summary>
    Asking,

    /// <summary>The variant has 90 % of the traffic until it is proven, reverted or dropped.</summary>
    Holdback,

    /// <summary>Over: adopted or restored.</summary>
    Settled,
}
