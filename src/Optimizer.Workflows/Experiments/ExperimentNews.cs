using Optimizer.Workflows.Approvals;

namespace Optimizer.Workflows.Experiments;

/// <summary>What a live experiment hears; exactly one is set.</summary>
public sealed record ExperimentNews
{
    public ApprovalEnd? Approval { get; init; }

    /// <summary>A person wants it stopped now: control is restored.</summary>
    public StopCommand? Stop { get; init; }
}
