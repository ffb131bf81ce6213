using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Experiments;

namespace Optimizer.Workflows.Plays;

/// <summary>What a play hears between ticks; exactly one is set.</summary>
public sealed record PlayNews
{
    public PlayCommand? Command { get; init; }

    public ApprovalEnd? Approval { get; init; }

    public ExperimentEnd? Experiment { get; init; }

    public ProposedTry? Proposed { get; init; }
}
