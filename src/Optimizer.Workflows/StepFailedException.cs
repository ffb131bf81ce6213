namespace Optimizer.Workflows;

/// <summary>An activity or a child workflow failed, and no attempt is left.</summary>
public sealed class StepFailedException : Exception
{
    public StepFailedException(string step, Failure failure)
        : base($"'{step}' failed: {(failure ?? throw new ArgumentNullException(nameof(failure))).Message}") => (Step, Failure) = (step, failure);

    /// <summary>Name of the activity, the child workflow or the signal.</summary>
    public string Step { get; }

    /// <summary>How it failed.</summary>
    public Failure Failure { get; }
}
