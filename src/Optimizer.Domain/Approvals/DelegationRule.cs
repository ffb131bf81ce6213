using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Approvals;

/// <summary>
/// Who may answer for whom (OPERATORS 4.5). A delegation is no promotion: it lends a seat for a time, never to a program, never further,
/// and not for what is protected, which the holder of the seat answers in person (S3-030, C23, C24). Pure.
/// </summary>
public static class DelegationRule
{
    /// <summary>Longest a delegation may last.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(90);

    /// <summary>What is wrong with a delegation that somebody wants to make; null when nothing is.</summary>
    /// <param name="by">Who is away.</param>
    /// <param name="delegation">What they said.</param>
    /// <param name="to">What is known of who would answer; empty when nothing is.</param>
    public static string? Fault(Principal by, Delegation delegation, IReadOnlyList<Principal> to)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(delegation);
        ArgumentNullException.ThrowIfNull(to);
        return delegation switch
        {
            _ when !by.IsHuman => "a program holds no seat that it could lend",
            _ when !People.Same(by.Name, delegation.By) => "only who holds a seat lends it",
            _ when string.IsNullOrWhiteSpace(delegation.To) => "it names nobody who answers",
            _ when People.Same(by.Name, delegation.To) => "nobody answers for themselves",
            _ when !Enum.IsDefined(delegation.Seat) || delegation.Seat > by.Seat => $"{by.Name} sits as {SeatWords.Of(by.Seat)} and cannot lend a higher seat",
            _ when delegation.Until <= delegation.From => "it ends before it begins",
            _ when delegation.Until <= delegation.MadeAt => "it has ended already",
            _ when delegation.Until - delegation.From > Longest => $"it lasts longer than {Longest.TotalDays:0} days",
            _ when to.Count == 0 => $"nobody called {delegation.To} is known here: make them a token first",
            _ when !to.Any(known => known.IsHuman) => $"{delegation.To} is a program: programs cannot approve",
            _ => null,
        };
    }

    /// <summary>As whom somebody answers a question: themselves when their seat is enough, else for the one who lent them the lowest seat that is.</summary>
    /// <param name="request">The question.</param>
    /// <param name="caller">Who answers.</param>
    /// <param name="delegations">All there are.</param>
    /// <param name="now">When.</param>
    /// <returns>The seat, and who it is answered for; null for themselves.</returns>
    public static (Seat Seat, string? For) Standing(
        ApprovalRequest request, Principal caller, IReadOnlyList<Delegation> delegations, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(delegations);
        if (caller.Seat >= request.Seat || !caller.IsHuman || IsInPerson(request))
        {
            return (caller.Seat, null);
        }

        return delegations
            .Where(each => each.IsActiveAt(now) && People.Same(each.To, caller.Name) && each.Seat >= request.Seat)
            .OrderBy(each => each.Seat).ThenBy(each => each.MadeAt).ThenBy(each => each.Id, StringComparer.Ordinal)
            .Select(each => (each.Seat, (string?)each.By))
            .FirstOrDefault((caller.Seat, null));
    }

    /// <summary>Whether only the holder of the seat may answer.</summary>
    public static bool IsInPerson(ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Action == ActionKind.WidenPolicy || Guardrails.ClassRule.IsProtected(request.Class);
    }
}
