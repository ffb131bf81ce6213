namespace Optimizer.Workflows.Experiments;

/// <summary>What an experiment does next.</summary>
public enum ExperimentStep
{
    Prepare,

    /// <summary>Put other shares in force.</summary>
    Shift,

    Watch,
    Look,

    /// <summary>Ask policy whether the variant may go live.</summary>
    Rule,

    /// <summary>Ask a person.</summary>
    Ask,

    /// <summary>Take the question back.</summary>
    Cancel,

    Settle,
}
