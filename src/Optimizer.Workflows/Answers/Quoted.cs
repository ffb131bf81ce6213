using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;

namespace Optimizer.Workflows.Answers;

/// <summary>Events in words, with the text of others in quotes: whatever it says, it is seen to be theirs.</summary>
internal static class Quoted
{
    /// <summary>One line, such as: The play "Onboarding" was enrolled with autonomy shadow and profile GtmPlay.</summary>
    public static string Words(AuditEvent happened)
    {
        var words = AuditWords.Of(Of(happened));

        // The quotes stay; line breaks, brackets and what cannot be seen go, wherever they came in.
        return string.Join('"', words.Split('"').Select(part => Says.Clean($"|{part}|", int.MaxValue)[1..^1]));
    }

    private static AuditEvent Of(AuditEvent happened) => happened switch
    {
        ApprovalAnswered e => e with { Answer = e.Answer with { Comment = Quote(e.Answer.Comment) } },
        ApprovalAsked e => e with { Request = e.Request with { Title = Says.Quote(e.Request.Title) } },
        ApprovalEnded e => e with { Comment = Quote(e.Comment) },
        ChangeAdopted e => e with { Change = Says.Quote(e.Change) },
        DiagnosisFailed e => e with { Why = Says.Quote(e.Why) },
        EffectDone e => e with { Answer = Says.Quote(e.Answer) },
        EffectFailed e => e with { Why = Says.Quote(e.Why) },
        ExperimentExtended e => e with { Why = Says.Quote(e.Why) },
        ExperimentStarted e => e with { Hypothesis = e.Hypothesis with { Change = Says.Quote(e.Hypothesis.Change) } },
        HypothesesProposed e => e with { Hypotheses = [.. e.Hypotheses.Select(claim => claim with { Change = Says.Quote(claim.Change) })] },
        HypothesisAccepted e => e with { Why = Says.Quote(e.Why) },
        HypothesisRejected e => e with { Why = Says.Quote(e.Why) },
        LoopFrozen e => e with { Why = Says.Quote(e.Why) },
        LoopUnfrozen e => e with { Why = Says.Quote(e.Why) },
        NoticeSent e => e with { Subject = Says.Quote(e.Subject), Why = Quote(e.Why) },
        OrderGiven e => e with { Detail = e.Detail.Length == 0 ? "" : Says.Quote(e.Detail) },
        PlayEnrolled e => e with { Name = Says.Quote(e.Name) },
        PlayParked e => e with { Why = Says.Quote(e.Why) },
        PlayPaused e => e with { Why = Says.Quote(e.Why) },
        PlayReopened e => e with { Why = Says.Quote(e.Why) },
        PlayStopped e => e with { Why = Says.Quote(e.Why) },
        WouldHave e => e with { Text = Says.Quote(e.Text) },
        _ => happened,
    };

    private static string? Quote(string? text) => string.IsNullOrEmpty(text) ? text : Says.Quote(text);
}
