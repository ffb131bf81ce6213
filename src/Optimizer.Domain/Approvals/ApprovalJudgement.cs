namespace Optimizer.Domain.Approvals;

/// <param name="Counts">Whether the answer counts.</param>
/// <param name="State">Of the request after it.</param>
/// <param name="Why">In words.</param>
/// <param name="Code">One of <see cref="ApprovalCode"/>.</param>
public sealed record ApprovalJudgement(bool Counts, ApprovalState State, string Why, string Code);
