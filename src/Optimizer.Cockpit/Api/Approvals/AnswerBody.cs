namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>An answer to a question. Who answers, and in which seat, is the token's to say.</summary>
/// <param name="Decision">approve or reject.</param>
/// <param name="PayloadHash">Of the change that was seen: an answer to another change does not count.</param>
/// <param name="Comment">Why; a rejection needs one.</param>
internal sealed record AnswerBody(AnswerWord Decision, string PayloadHash, string? Comment = null)
{
    /// <summary>Longest comment that is kept.</summary>
    public const int LongestComment = 2000;
}
