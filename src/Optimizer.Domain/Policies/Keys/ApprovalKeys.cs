using static Optimizer.Domain.Policies.Keys.KeyText;

namespace Optimizer.Domain.Policies.Keys;

/// <summary>What asks whom: every scope's hold, and the highest seat.</summary>
internal static class ApprovalKeys
{
    private static readonly IReadOnlyList<string> Seats = ["engineer", "owner", "manager", "domain", "chief_of_staff", "ceo"];

    // Without a band of its own the document promotes on its gate alone.
    private static readonly IReadOnlyDictionary<Profile, string> NoBand = Defaults.For([Profile.GtmPlayStrict, .. Defaults.Site], "0");

    public static IReadOnlyList<PolicyKey> All { get; } =
    [
        Share("approval.budget_above", 10, "0.2", "Change of a budget above which a person approves, with what the last 24 hours changed.",
            (policy, value) => policy with { ApproveBudgetAbove = Number(value) }),
        Share("approval.traffic_above", 1, "0.5", "Share of the traffic above which a change of the audience is approved.",
            (policy, value) => policy with { ApproveTrafficAbove = Number(value) }),
        Share("promote.auto_above", 10, "0.2", "Proven gain above which a variant goes live without a person.",
            (policy, value) => policy with { PromoteAutoAbove = Number(value) }) with { LargerIsTighter = true, ByProfile = NoBand },
        Share("promote.review_below", 10, "0.1", "Gain below which a person reviews a variant before it goes live.",
            (policy, value) => policy with { PromoteReviewBelow = Number(value) }) with { LargerIsTighter = true, ByProfile = NoBand },
        SeatKey("approval.seat", Seats, "manager", "Who approves where nothing else is said.",
            (policy, seat) => policy with { DefaultSeat = seat ?? policy.DefaultSeat }),
        SeatKey("approval.full_autonomy", Seats, "domain", "Who signs that a play acts alone.",
            (policy, seat) => policy with { FullAutonomySeat = seat ?? policy.FullAutonomySeat }),
        SeatKey("approval.policy", Seats, "ceo", "Who signs a wider policy.", (policy, seat) => policy with { PolicySeat = seat ?? policy.PolicySeat }),
        .. Enum.GetValues<ChangeClass>().Select(Class),
        new()
        {
            Name = "approval.variables",
            Type = PolicyKeyType.Approval,
            Form = ValueForm.Names,
            Means = "Variables of which every change is approved.",
            Default = "",
            Into = (policy, value) => policy with { AskVariables = Names(value) },
        },
        new()
        {
            Name = "approval.quorum",
            Type = PolicyKeyType.Approval,
            Form = ValueForm.Whole,
            Means = "Different people who must approve.",
            Unit = "people",
            Least = 1,
            Most = 9,
            LargerIsTighter = true,
            Default = "1",
            Into = (policy, value) => policy with { ApprovalQuorum = Whole(value) },
        },
    ];

    private static PolicyKey Class(ChangeClass change)
    {
        var name = change.ToString().ToLowerInvariant();
        IReadOnlyList<string> allowed = change is ChangeClass.Pricing or ChangeClass.Legal ? ["ceo"] : ["none", .. Seats];
        var standard = allowed.Count == 1 ? "ceo" : change == ChangeClass.Strategy ? "domain" : "none";
        return SeatKey($"approval.class.{name}", allowed, standard, $"Who approves every change of class {name}; none asks nobody.", (policy, seat) =>
            policy with { ClassSeats = With(policy.ClassSeats, change, seat) });
    }

    private static Dictionary<ChangeClass, Seat> With(IReadOnlyDictionary<ChangeClass, Seat> seats, ChangeClass change, Seat? seat)
    {
        var all = seats.Where(pair => pair.Key != change).ToDictionary();
        if (seat is { } asked)
        {
            all[change] = asked;
        }

        return all;
    }

    private static PolicyKey SeatKey(
        string name, IReadOnlyList<string> choices, string standard, string means, Func<EffectivePolicy, Seat?, EffectivePolicy> into) => new()
        {
            Name = name,
            Type = PolicyKeyType.Approval,
            Form = ValueForm.Choice,
            Choices = choices,
            Default = standard,
            Means = means,
            Into = (policy, value) => into(policy, value == "none" ? null : Enum.Parse<Seat>(value.Replace("_", "", StringComparison.Ordinal), true)),
        };

    private static PolicyKey Share(
        string name, double most, string standard, string means, Func<EffectivePolicy, string, EffectivePolicy> into) => new()
        {
            Name = name,
            Type = PolicyKeyType.Approval,
            Form = ValueForm.Share,
            Most = most,
            Default = standard,
            Means = means,
            Into = into,
        };
}
