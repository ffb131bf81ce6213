namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>The two answers there are.</summary>
internal enum AnswerWord
{
    Approve,
    Reject,
}
