using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Approvals;

/// <summary>Whether an answer counts, and what it makes of the request (S0-030, C19, C24). Pure.</summary>
public static class ApprovalRule
{
    /// <param name="request">The question.</param>
    /// <param name="earlier">Answers that counted, oldest first.</param>
    /// <param name="answer">The new one.</param>
    public static ApprovalJudgement Judge(ApprovalRequest request, IReadOnlyList<ApprovalAnswer> earlier, ApprovalAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(answer);

        // An earlier answer to another change, as it was before, says nothing about this one.
        var counted = earlier.Where(past => past.PayloadHash == request.PayloadHash).ToList();
        var state = StateAfter(request, counted);
        if (state != ApprovalState.Pending)
        {
            return Decided(state, counted, answer);
        }

        if (Fault(request, counted, answer) is { } fault)
        {
            return fault;
        }

        state = StateAfter(request, [.. counted, answer]);
        return new(true, state, state switch
        {
            ApprovalState.Approved => $"approved by {answer.By}",
            ApprovalState.Rejected => $"rejected by {answer.By}: {answer.Comment}",
            _ => $"approved by {answer.By}: {Approvers([.. counted, answer])} of {request.Quorum} people",
        });
    }

    /// <summary>What the answers that counted make of the request; time is not looked at.</summary>
    private static ApprovalState StateAfter(ApprovalRequest request, IReadOnlyList<ApprovalAnswer> counted) =>
        counted.Any(answer => !answer.Approve) ? ApprovalState.Rejected
        : Approvers(counted) >= Math.Max(1, request.Quorum) ? ApprovalState.Approved
        : ApprovalState.Pending;

    private static int Approvers(IReadOnlyList<ApprovalAnswer> counted) =>
        counted.Where(answer => answer.Approve).Select(answer => Person(answer.By)).Distinct(StringComparer.Ordinal).Count();

    private static ApprovalJudgement Decided(ApprovalState state, IReadOnlyList<ApprovalAnswer> counted, ApprovalAnswer answer)
    {
        var decided = state == ApprovalState.Approved ? "approved" : "rejected";
        var by = counted[^1].By;
        return (state == ApprovalState.Approved) == answer.Approve
            ? new(false, state, $"already {decided} by {by}: nothing changes")
            : new(false, state, $"already {decided} by {by}: the first decision wins");
    }

    private static ApprovalJudgement? Fault(ApprovalRequest request, IReadOnlyList<ApprovalAnswer> counted, ApprovalAnswer answer) => answer switch
    {
        _ when answer.PayloadHash != request.PayloadHash =>
            Ignored("the answer is for another change than the one asked about: it was superseded"),
        _ when answer.At >= request.ExpiresAt && request.OnTimeout != TimeoutAction.Park =>
            new(false, ApprovalState.Expired, $"the answer came too late: expired at {request.ExpiresAt.ToUniversalTime():yyyy-MM-dd HH:mm'Z'}"),
        _ when string.IsNullOrWhiteSpace(answer.By) => Ignored("the answer names nobody"),
        { IsHuman: false, Approve: true } => Ignored($"{answer.By} is a program: programs cannot approve"),
        { IsHuman: false } when request.HumanOnly => Ignored($"{answer.By} is a program: only a human may answer"),
        { Approve: true } when Person(answer.By) == Person(request.RequestedBy) => Ignored($"{answer.By} proposed it: nobody approves what is their own"),
        _ when answer.Seat < request.Seat || !Enum.IsDefined(answer.Seat) =>
            Ignored($"{answer.By} sits as {Name(answer.Seat)}: {Name(request.Seat)} or higher must answer"),
        { Approve: false } when string.IsNullOrWhiteSpace(answer.Comment) => Ignored("a rejection needs a comment that says why"),
        { Approve: true } when counted.Any(past => Person(past.By) == Person(answer.By)) =>
            Ignored($"{answer.By} has approved already: {request.Quorum} different people are needed"),
        _ => null,
    };

    private static ApprovalJudgement Ignored(string why) => new(false, ApprovalState.Pending, why);

    /// <summary>The same person, however they write their name.</summary>
    private static string Person(string by) => by.Trim().ToUpperInvariant();

    private static string Name(Seat seat) => seat switch
    {
        Seat.ChiefOfStaff => "chief of staff",
        Seat.Ceo => "CEO",
        _ => seat.ToString().ToLowerInvariant(),
    };
}
