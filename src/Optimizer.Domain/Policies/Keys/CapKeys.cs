using static Optimizer.Domain.Policies.Keys.KeyText;

namespace Optimizer.Domain.Policies.Keys;

/// <summary>Safety limits: of all scopes the tightest holds.</summary>
internal static class CapKeys
{
    public static IReadOnlyList<PolicyKey> All { get; } =
    [
        Cap("play.max_active", 0, 1, "1", "experiments", "Experiments of a play that may run at a time; more than one is never allowed.",
            (policy, value) => policy with { PlayMaxActive = Whole(value) }),
        Cap("page.max_active", 0, 10, "1", "experiments", "Experiments on one page that may run at a time, of all plays.",
            (policy, value) => policy with { PageMaxActive = Whole(value) }),
        Cap("site.max_active", 0, 1000, "3", "experiments", "Experiments on a site that may run at a time, of all plays.",
            (policy, value) => policy with { SiteMaxActive = Whole(value) }),
        Cap("site.max_starts_per_day", 0, 1000, "3", "starts", "Experiments that a site may begin in a local day.",
            (policy, value) => policy with { SiteMaxStartsPerDay = Whole(value) }),
        Cap("play.max_starts", 0, 100, "4", "starts", "Experiments that a play may begin in a window of play.starts_window.",
            (policy, value) => policy with { PlayMaxStarts = Whole(value) }),
        Cap("play.starts_window", 1, 366, "30", "days", "Rolling days, or month for the calendar month of the time zone.",
            (policy, value) => policy with { StartsWindowDays = value == "month" ? null : Whole(value) }) with
            { Choices = ["month"], ChoiceRank = 28, LargerIsTighter = true },
        Cap("play.cooldown_days", 0, 365, "7", "days", "After a revert, before the same variable is tried again.",
            (policy, value) => policy with { CooldownDays = Whole(value) }) with { LargerIsTighter = true },
        Cap("play.failures_before_pause", 1, 100, "4", "experiments", "Failures in a row after which a person reviews the strategy.",
            (policy, value) => policy with { FailuresBeforePause = Whole(value) }),
        Cap("play.failure", 0, 0, "revert", "", "What counts as a failure: only a revert, or also an experiment that did not win.",
            (policy, value) => policy with { NotAdoptedIsFailure = value == "not_adopted" }) with
            { Form = ValueForm.Choice, Choices = ["revert", "not_adopted"] },
        Cap("play.max_diagnoses_per_week", 0, 100, "1", "diagnoses", "Diagnoses that a play may make in 7 days.",
            (policy, value) => policy with { MaxDiagnosesPerWeek = Whole(value) }),
        Cap("play.max_checks_per_day", 1, 96, "24", "readings", "Readings that a play may make a day, those asked for by hand included.",
            (policy, value) => policy with { MaxChecksPerDay = Whole(value) }),
        Cap("experiment.max_extensions", 0, 10, "2", "times", "Times that an experiment may be put off by one more period.",
            (policy, value) => policy with { Rules = policy.Rules with { MaximumExtensions = Whole(value) } }),
        Cap("budget.max_increase", 0, 10, "0.5", "", "Largest increase of a budget within 24 hours; more is denied.",
            (policy, value) => policy with { MaxBudgetIncrease = Number(value) }) with { Form = ValueForm.Share },
        Cap("autonomy.ceiling", 0, 0, "full", "", "Highest autonomy a play may ever have.",
            (policy, value) => policy with { AutonomyCeiling = Enum.Parse<Autonomy>(value, true) }) with
            { Form = ValueForm.Choice, Choices = ["full", "semi", "advisory", "shadow"] },
        Cap("autonomy.start", 0, 0, "shadow", "", "Where a new play begins; above shadow only with autonomy.skip_graduation.",
            (policy, value) => policy with { AutonomyStart = Enum.Parse<Autonomy>(value, true) }) with
            { Form = ValueForm.Choice, Choices = ["full", "semi", "advisory", "shadow"] },
        Cap("autonomy.skip_graduation", 0, 0, "false", "", "A manager's leave to begin above shadow without a scorecard.",
            (policy, value) => policy with { SkipGraduation = value == "true" }) with { Form = ValueForm.Flag },
    ];

    private static PolicyKey Cap(
        string name, double least, double most, string standard, string unit, string means, Func<EffectivePolicy, string, EffectivePolicy> into) => new()
        {
            Name = name,
            Type = PolicyKeyType.Cap,
            Form = ValueForm.Whole,
            Least = least,
            Most = most,
            Default = standard,
            Unit = unit,
            Means = means,
            Into = into,
        };
}
