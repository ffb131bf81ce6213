namespace Optimizer.Domain.Approvals;

/// <param name="Counts">Whether the answer counts.</param>
/// <param name="State">Of the request after it.</param>
/// <param name="Why">In words.</param>
public sealed record ApprovalJudgement(bool Counts, ApprovalState State, string Why);
