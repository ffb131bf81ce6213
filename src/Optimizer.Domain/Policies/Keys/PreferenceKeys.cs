using Optimizer.Domain.Approvals;
using static Optimizer.Domain.Policies.Keys.KeyText;

namespace Optimizer.Domain.Policies.Keys;

/// <summary>Matters of taste: the narrowest scope decides.</summary>
internal static class PreferenceKeys
{
    private static readonly IReadOnlyList<string> Days =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    // Silence never approves; only the profile gtm-play waits on for ever.
    private static readonly IReadOnlyList<Profile> Escalating =
        [.. Enum.GetValues<Profile>().Where(profile => profile is not (Profile.GtmPlay or Profile.GtmPlayStrict))];

    public static IReadOnlyList<PolicyKey> All { get; } =
    [
        Whole("decide.every_days", 1, 365, "1", "days", "How often a play's KPIs are read.",
            (policy, value) => policy with { DecideEveryDays = KeyText.Whole(value) }),
        Whole("safety.watch_minutes", 1, 15, "15", "minutes", "How often anything live is watched; never less often than every 15 minutes.",
            (policy, value) => policy with { WatchEveryMinutes = KeyText.Whole(value) }),
        Whole("experiment.end_days", 7, 364, "14", "days", "Planned end of an experiment, in whole weeks because weekdays differ.",
            (policy, value) => policy with { Rules = policy.Rules with { EndDay = KeyText.Whole(value) } }) with { Step = 7 },
        Whole("experiment.futility_day", 1, 364, "7", "day", "Day on which a variant without hope is given up.",
            (policy, value) => policy with { Rules = policy.Rules with { FutilityDay = KeyText.Whole(value) } }),
        Whole("experiment.futility_chance", 0, 1, "0.5", "", "Chance to win below which that day gives up; 0 never does.",
            (policy, value) => policy with { Rules = policy.Rules with { FutilityChance = Number(value) } }) with { Form = ValueForm.Share },
        Choice("allocation", ["fixed", "bandit"], "fixed", "Traffic split evenly, or moved towards the better variant.",
            (policy, value) => policy with { IsBandit = value == "bandit" }) with { ByProfile = Defaults.For(Defaults.Site, "bandit") },
        Choice("trigger.proactive", [], "false", "Whether a diagnosis may also begin without an anomaly.",
            (policy, value) => policy with { IsProactive = value == "true" }) with
            {
                Form = ValueForm.Flag,
                ByProfile = Defaults.For([.. Defaults.Site, Profile.OutboundSop, Profile.OutboundSopStrict], "true"),
            },
        Choice("approval.timeout", ["park", "escalate", "reject"], "park", "What happens when nobody answers; nothing approves.",
            (policy, value) => policy with { ApprovalTimeout = Enum.Parse<TimeoutAction>(value, true) }) with { ByProfile = Defaults.For(Escalating, "escalate") },
        Whole("approval.hours", 0.25, 720, "24", "hours", "Time to answer, with reminders at 50 % and 90 % of it.",
            (policy, value) => policy with { ApprovalHours = Number(value) }) with { Form = ValueForm.Number },
        Choice("time_zone", [], "UTC", "Of days, months, ticks and reports.", (policy, value) => policy with { TimeZone = value }) with { Form = ValueForm.Zone },
        Choice("report.day", Days, "monday", "Weekday of the brief.", (policy, value) => policy with { ReportDay = Enum.Parse<DayOfWeek>(value, true) }),
        Whole("report.hour", 0, 23, "9", "hour", "Local hour of the brief.", (policy, value) => policy with { ReportHour = KeyText.Whole(value) }),
    ];

    private static PolicyKey Whole(
        string name, double least, double most, string standard, string unit, string means, Func<EffectivePolicy, string, EffectivePolicy> into) => new()
        {
            Name = name,
            Type = PolicyKeyType.Preference,
            Form = ValueForm.Whole,
            Least = least,
            Most = most,
            Default = standard,
            Unit = unit,
            Means = means,
            Into = into,
        };

    private static PolicyKey Choice(
        string name, IReadOnlyList<string> choices, string standard, string means, Func<EffectivePolicy, string, EffectivePolicy> into) => new()
        {
            Name = name,
            Type = PolicyKeyType.Preference,
            Form = ValueForm.Choice,
            Choices = choices,
            Default = standard,
            Means = means,
            Into = into,
        };
}
