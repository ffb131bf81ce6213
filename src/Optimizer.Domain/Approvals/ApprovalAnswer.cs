using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Approvals;

/// <summary>What somebody answered.</summary>
/// <param name="Approve">Yes or no.</param>
/// <param name="By">The principal, such as ana@example.com.</param>
/// <param name="Seat">The seat they hold.</param>
/// <param name="IsHuman">False for tokens of programs: they cannot approve.</param>
/// <param name="PayloadHash">Of the change they saw.</param>
/// <param name="Channel">cli, http, link, slack, simulated.</param>
/// <param name="At">When.</param>
/// <param name="Comment">Why; a rejection needs one.</param>
public sealed record ApprovalAnswer(
    bool Approve, string By, Seat Seat, bool IsHuman, string PayloadHash, string Channel, DateTimeOffset At, string? Comment);
