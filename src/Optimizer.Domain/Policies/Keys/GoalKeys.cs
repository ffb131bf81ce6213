namespace Optimizer.Domain.Policies.Keys;

/// <summary>Goals: tracked beside what happens; they loosen no cap and no gate.</summary>
internal static class GoalKeys
{
    public static IReadOnlyList<PolicyKey> All { get; } =
    [
        Goal("goal.active", ValueForm.Whole, 1000, "2", "experiments", "Experiments a site would like to have running."),
        Goal("goal.lift_per_quarter", ValueForm.Share, 10, "0.2", "", "Gain of the primary KPI that a quarter should bring."),
        Goal("goal.win_share", ValueForm.Share, 1, "0.5", "", "Share of experiments that should win."),
    ];

    private static PolicyKey Goal(string name, ValueForm form, double most, string standard, string unit, string means) => new()
    {
        Name = name,
        Type = PolicyKeyType.Goal,
        Form = form,
        Most = most,
        Default = standard,
        Unit = unit,
        Means = means,
    };
}
