using Optimizer.Domain.Approvals;

namespace Optimizer.Workflows.Approvals;

/// <summary>What a question hears; exactly one is set.</summary>
public sealed record ApprovalNews
{
    public ApprovalAnswer? Answer { get; init; }

    /// <summary>Why nobody needs the answer any more.</summary>
    public string? Cancel { get; init; }
}
