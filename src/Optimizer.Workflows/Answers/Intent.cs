namespace Optimizer.Workflows.Answers;

/// <summary>What a question is about.</summary>
internal enum Intent
{
    /// <summary>Nothing that a rule reads.</summary>
    Unknown,

    /// <summary>What was changed or happened.</summary>
    Changes,

    /// <summary>A command.</summary>
    Command,

    /// <summary>One thing that was done: why, when, by whom, or whether at all.</summary>
    Deed,

    /// <summary>What the experiments taught.</summary>
    Learned,

    /// <summary>What would be tried next.</summary>
    Next,

    /// <summary>One record, by its id.</summary>
    Record,

    /// <summary>What runs now.</summary>
    Running,

    /// <summary>How a play, or all, stand.</summary>
    Standing,

    /// <summary>What is waited for.</summary>
    Waiting,
}
