using Optimizer.Domain.Approvals;

namespace Optimizer.Workflows.Approvals;

/// <summary>An answer that a question has judged.</summary>
/// <param name="Answer">Which one: <see cref="KeyOf"/>.</param>
/// <param name="Judgement">What became of it.</param>
public sealed record HeardAnswer(string Answer, ApprovalJudgement Judgement)
{
    /// <summary>Judged answers that a question remembers.</summary>
    public const int Kept = 50;

    /// <summary>Says which answer it is; the same answer sent twice is one.</summary>
    public static string KeyOf(ApprovalAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return PayloadHash.Of(answer.By, answer.At.ToString("O"), answer.Channel, answer.Approve ? "yes" : "no", answer.PayloadHash);
    }
}
