using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Approvals;

/// <summary>What somebody answered.</summary>
/// <param name="Approve">Yes or no.</param>
/// <param name="By">The principal, such as ana@example.com.</param>
/// <param name="Seat">The seat they hold, or were lent.</param>
/// <param name="IsHuman">False for tokens of programs: they cannot approve.</param>
/// <param name="PayloadHash">Of the change they saw.</param>
/// <param name="Channel">cli, http, link, slack, simulated.</param>
/// <param name="At">When.</param>
/// <param name="Comment">Why; a rejection needs one.</param>
public sealed record ApprovalAnswer(
    bool Approve, string By, Seat Seat, bool IsHuman, string PayloadHash, string Channel, DateTimeOffset At, string? Comment)
{
    /// <summary>Who lent them the seat; null when they answer for themselves. Shown as "B for A".</summary>
    public string? For { get; init; }

    /// <summary>How it is known who answered, such as token 0f3a9c21b7d4; null when nobody said.</summary>
    public string? Proof { get; init; }

    /// <summary>Who it was, as pages say it: "ben", or "ben for ana".</summary>
    public string Who => For is null ? By : $"{By} for {For}";
}
