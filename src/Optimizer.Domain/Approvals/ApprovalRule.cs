namespace Optimizer.Domain.Approvals;

/// <summary>Whether an answer counts, and what it makes of the request (S0-030, C19, C24). Pure.</summary>
public static class ApprovalRule
{
    /// <param name="request">The question.</param>
    /// <param name="earlier">Answers that counted, oldest first.</param>
    /// <param name="answer">The new one.</param>
    public static ApprovalJudgement Judge(ApprovalRequest request, IReadOnlyList<ApprovalAnswer> earlier, ApprovalAnswer answer) =>
        throw new NotImplementedException();
}
