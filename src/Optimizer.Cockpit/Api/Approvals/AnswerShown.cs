using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>An answer as the API shows it.</summary>
/// <param name="Decision">approve or reject.</param>
/// <param name="By">Who.</param>
/// <param name="For">Who lent them the seat; null when they answered for themselves.</param>
/// <param name="Who">As pages say it: "ben for ana".</param>
/// <param name="Seat">In which seat.</param>
/// <param name="Authenticated">How it is known who it was; null when nobody said.</param>
/// <param name="Channel">cli, http, link, slack, simulated.</param>
/// <param name="At">When.</param>
/// <param name="Comment">Why.</param>
/// <param name="Counts">Whether it counted.</param>
/// <param name="Code">What became of it, for programs.</param>
/// <param name="Why">The same in words.</param>
public sealed record AnswerShown(
    AnswerWord Decision, string By, string? For, string Who, Seat Seat, string? Authenticated, string Channel, DateTimeOffset At, string? Comment,
    bool Counts, string Code, string Why)
{
    public static AnswerShown Of(JudgedAnswer judged)
    {
        var answer = judged.Answer;
        return new(
            answer.Approve ? AnswerWord.Approve : AnswerWord.Reject, answer.By, answer.For, answer.Who, answer.Seat, answer.Proof, answer.Channel,
            answer.At, answer.Comment, judged.Counts, judged.Code, judged.Why);
    }
}
