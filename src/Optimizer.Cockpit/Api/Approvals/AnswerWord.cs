namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>The two answers there are.</summary>
public enum AnswerWord
{
    Approve,
    Reject,
}
