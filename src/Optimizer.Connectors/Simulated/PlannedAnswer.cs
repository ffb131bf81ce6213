using Optimizer.Domain.Approvals;

namespace Optimizer.Connectors.Simulated;

/// <summary>An answer that somebody will give.</summary>
/// <param name="After">Since the question was asked.</param>
/// <param name="Answer">With the moment it comes at.</param>
public sealed record PlannedAnswer(TimeSpan After, ApprovalAnswer Answer);
