namespace Optimizer.Domain.Approvals;

/// <summary>Whether an answer counts, and what it makes of the request (S0-030, C19, C24). Pure.</summary>
public static class ApprovalRule
{
    /// <param name="request">The question.</param>
    /// <param name="earlier">Answers that counted, oldest first.</param>
    /// <param name="answer">The new one.</param>
    public static ApprovalJudgement Judge(ApprovalRequest request, IReadOnlyList<ApprovalAnswer> earlier, ApprovalAnswer answer) =>
        Judge(request, ApprovalState.Pending, earlier, answer);

    /// <param name="request">The question.</param>
    /// <param name="now">Where it stands: what time or the loop has ended is over.</param>
    /// <param name="earlier">Answers that counted, oldest first.</param>
    /// <param name="answer">The new one.</param>
    public static ApprovalJudgement Judge(
        ApprovalRequest request, ApprovalState now, IReadOnlyList<ApprovalAnswer> earlier, ApprovalAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(answer);

        // An earlier answer to another change, as it was before, says nothing about this one.
        var counted = earlier.Where(past => past.PayloadHash == request.PayloadHash).ToList();
        var state = StateAfter(request, counted);
        if (state != ApprovalState.Pending)
        {
            return answer.PayloadHash == request.PayloadHash ? Decided(state, counted, answer) : Superseded(request, state);
        }

        if (Over(request, now) is { } over)
        {
            return over;
        }

        if (Fault(request, counted, answer) is { } fault)
        {
            return fault;
        }

        state = StateAfter(request, [.. counted, answer]);
        return new(true, state, state switch
        {
            ApprovalState.Approved => $"approved by {answer.Who}",
            ApprovalState.Rejected => $"rejected by {answer.Who}: {answer.Comment}",
            _ => $"approved by {answer.Who}: {Approvers([.. counted, answer])} of {request.Quorum} people",
        }, ApprovalCode.Counted);
    }

    /// <summary>People who have said yes to this change.</summary>
    public static int Approvers(IReadOnlyList<ApprovalAnswer> counted)
    {
        ArgumentNullException.ThrowIfNull(counted);
        return counted.Where(answer => answer.Approve).Select(answer => People.Key(answer.By)).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>What the answers that counted make of the request; time is not looked at.</summary>
    private static ApprovalState StateAfter(ApprovalRequest request, IReadOnlyList<ApprovalAnswer> counted) =>
        counted.Any(answer => !answer.Approve) ? ApprovalState.Rejected
        : Approvers(counted) >= Math.Max(1, request.Quorum) ? ApprovalState.Approved
        : ApprovalState.Pending;

    private static ApprovalJudgement Decided(ApprovalState state, IReadOnlyList<ApprovalAnswer> counted, ApprovalAnswer answer)
    {
        var decided = state == ApprovalState.Approved ? "approved" : "rejected";
        var by = counted[^1].Who;
        return (state == ApprovalState.Approved) == answer.Approve
            ? new(false, state, $"already {decided} by {by}: nothing changes", ApprovalCode.Repeated)
            : new(false, state, $"already {decided} by {by}: the first decision wins", ApprovalCode.AlreadyDecided);
    }

    private static ApprovalJudgement? Over(ApprovalRequest request, ApprovalState now) => now switch
    {
        ApprovalState.Pending or ApprovalState.Parked => null,
        ApprovalState.Expired => Late(request),
        ApprovalState.Cancelled => new(false, now, "nobody needs the answer any more", ApprovalCode.Cancelled),
        ApprovalState.Superseded => Superseded(request, now),
        _ => throw new ArgumentOutOfRangeException(nameof(now), now, "is decided, and no answer that counted decided it"),
    };

    private static ApprovalJudgement? Fault(ApprovalRequest request, IReadOnlyList<ApprovalAnswer> counted, ApprovalAnswer answer) => answer switch
    {
        _ when answer.PayloadHash != request.PayloadHash => Superseded(request, ApprovalState.Pending),
        _ when answer.At >= request.ExpiresAt && request.OnTimeout != TimeoutAction.Park => Late(request),
        _ when string.IsNullOrWhiteSpace(answer.By) => Ignored(ApprovalCode.Nobody, "the answer names nobody"),
        { IsHuman: false, Approve: true } => Ignored(ApprovalCode.Program, $"{answer.By} is a program: programs cannot approve"),
        { IsHuman: false } when request.HumanOnly => Ignored(ApprovalCode.Program, $"{answer.By} is a program: only a human may answer"),
        { Approve: true } when !request.IsOwnOrder && Voices(answer).Contains(People.Key(request.RequestedBy)) => Ignored(
            ApprovalCode.OwnProposal, $"{request.RequestedBy} proposed it: nobody approves what is their own, nor what is of who they answer for"),
        { For: not null } when DelegationRule.IsInPerson(request) =>
            Ignored(ApprovalCode.SeatTooLow, $"{answer.Who}: what is protected is answered by the {SeatWords.Of(request.Seat)} in person"),
        _ when answer.Seat < request.Seat || !Enum.IsDefined(answer.Seat) =>
            Ignored(ApprovalCode.SeatTooLow, $"{answer.By} sits as {SeatWords.Of(answer.Seat)}: {SeatWords.Of(request.Seat)} or higher must answer"),
        { Approve: false } when string.IsNullOrWhiteSpace(answer.Comment) => Ignored(ApprovalCode.CommentNeeded, "a rejection needs a comment that says why"),
        { Approve: true } when counted.FirstOrDefault(past => Voices(past).Overlaps(Voices(answer))) is { } past =>
            Ignored(ApprovalCode.Repeated, $"{past.Who} has approved already: {request.Quorum} different people are needed"),
        _ => null,
    };

    /// <summary>Whoever answers for another has both their voices: neither is counted a second time.</summary>
    private static HashSet<string> Voices(ApprovalAnswer answer) =>
        answer.For is { } other ? [People.Key(answer.By), People.Key(other)] : [People.Key(answer.By)];

    private static ApprovalJudgement Superseded(ApprovalRequest request, ApprovalState state) => new(
        false, state, $"the answer is for another change than the one asked about, which is {request.PayloadHash}: it was superseded", ApprovalCode.Superseded);

    private static ApprovalJudgement Late(ApprovalRequest request) => new(
        false, ApprovalState.Expired, $"the answer came too late: expired at {request.ExpiresAt.ToUniversalTime():yyyy-MM-dd HH:mm'Z'}", ApprovalCode.Expired);

    private static ApprovalJudgement Ignored(string code, string why) => new(false, ApprovalState.Pending, why, code);
}
