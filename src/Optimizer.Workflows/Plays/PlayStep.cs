namespace Optimizer.Workflows.Plays;

/// <summary>What a play does next.</summary>
public enum PlayStep
{
    /// <summary>Wait for the next tick or for news.</summary>
    Wait,

    /// <summary>Read the KPIs.</summary>
    Tick,

    /// <summary>Ask the strategist.</summary>
    Diagnose,

    /// <summary>Ask policy about the first hypothesis of the backlog.</summary>
    Rule,

    /// <summary>Ask a person.</summary>
    Ask,

    /// <summary>Start the experiment.</summary>
    Launch,

    /// <summary>Work out what follows from an experiment.</summary>
    Conclude,

    /// <summary>Ask a person to sign a step up in autonomy.</summary>
    AskSignOff,

    /// <summary>Write down what a person commanded or answered.</summary>
    Record,
}
