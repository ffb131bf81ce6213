using Optimizer.Domain.Decisions;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>
/// What teams do instead, written down only to be compared with: nothing here decides anything in the product. The two
/// tiered ones are the product's own rule.
/// </summary>
internal static class Policies
{
    public const long MinimumUnits = 100;
    public const int Days = 28;
    public const int FirstWeek = 7;
    public const double Five = 1.959963984540054;
    public static readonly double Odds20 = Math.Log(20);
    private static readonly double Odds10 = Math.Log(10);
    private static readonly Prior Sceptical = Prior.Normal(0, 0.3);
    private static readonly double[] Spending =
        Statistics.Sequential.GroupSequential.Bounds([.. Enumerable.Range(1, Days).Select(day => (double)day / Days)], 0.05, 3, 2);

    public static readonly Policy NaiveDaily = Naive("naive p<0.05, daily", look => Test(look));
    public static readonly Policy NaiveFromWeek = Naive("naive p<0.05, from day 7", look => look.Day >= FirstWeek ? Test(look) : DecisionKind.Extend);
    public static readonly Policy Fixed = Naive("fixed horizon 28 d", look => look.Day == Days ? Test(look) : DecisionKind.Extend);

    public static readonly Policy BayesFlat = Naive("Bayes P(best)>0.95, flat", look =>
        Choose(look.ChanceToWin > 0.95, look.ChanceToWin < 0.05));

    public static readonly Policy BayesSceptical = Naive("Bayes >0.95, N(0,0.3^2)", look =>
        look.Relative is { } estimate && Posterior.Of(estimate, Sceptical).ChanceToWin is var chance
            ? Choose(chance > 0.95, chance < 0.05)
            : DecisionKind.Extend);

    public static readonly Policy Stated = new("rule \"P>=0.9 or +10% for 48h\"", false, looks =>
        Ready(looks[^1]) ? Choose(Wins(looks), Drops(looks[^1])) : DecisionKind.Extend);

    public static readonly Policy Plus20 = Naive("rule \">20% win auto-deploy\"", look => Choose(look.Lift > 0.2, Drops(look)));

    public static readonly Policy Sequence5000 = Sequence("asympt. CS, gbstats N*=5000, relative", new(0.05, 5000), Relative);

    public static readonly Policy GroupSequential = Naive("group-sequential t^3", look =>
        Choose(look.Z > Spending[look.Day - 1], look.Z < -Spending[look.Day - 1]));

    public static readonly Policy Exact = Naive("exact E, alpha 5%, day>=7 (tau .15/.30)", look =>
        Choose(look.Day >= FirstWeek && look.BetterNarrow >= Odds20, look.WorseWide >= Odds20));

    public static readonly Policy StatedAndExact = new("stated rule AND E>=10, day>=7", false, looks =>
        Ready(looks[^1])
            ? Choose(looks[^1].Day >= FirstWeek && looks[^1].BetterNarrow >= Odds10 && Wins(looks), looks[^1].WorseWide >= Odds20)
            : DecisionKind.Extend);

    public static readonly Policy Tiered14 = Tiered("tiered, 14 days (our defaults)", new());
    public static readonly Policy Tiered28 = Tiered("tiered, end day 28", new() { EndDay = 28 });

    /// <summary>All of them, in the order of the table.</summary>
    public static IReadOnlyList<Policy> All(double visitors) =>
    [
        NaiveDaily, NaiveFromWeek, Fixed, BayesFlat, BayesSceptical, Stated, Plus20, Sequence5000,
        Sequence("asympt. CS N*=14 days, relative", new(0.05, 14 * visitors), Relative),
        Sequence("asympt. CS N*=14 days, log ratio", new(0.05, 14 * visitors), look =>
            look.LogRatio is { } ratio ? (ratio.Value, ratio.StandardError) : null),
        GroupSequential, Exact, StatedAndExact, Tiered14, Tiered28,
    ];

    /// <summary>True when nobody may object that there was nothing to see yet.</summary>
    public static bool Ready(Look look) => look.FewestUnits >= MinimumUnits;

    public static DecisionKind Choose(bool adopt, bool revert) =>
        adopt ? DecisionKind.AdoptProven : revert ? DecisionKind.Revert : DecisionKind.Extend;

    public static bool Drops(Look look) => look.Lift <= -0.3;

    public static Policy Naive(string name, Func<Look, DecisionKind> decide) =>
        new(name, false, looks => Ready(looks[^1]) ? decide(looks[^1]) : DecisionKind.Extend);

    private static Policy Tiered(string name, DecisionRules rules) =>
        new(name, true, looks => DecisionRule.Decide(looks[^1].Reading, looks[^1].Health, rules).Kind);

    private static Policy Sequence(string name, ConfidenceSequence sequence, Func<Look, (double Value, double Error)?> effect) =>
        Naive(name, look => effect(look) is { } seen && sequence.Interval(seen.Value, seen.Error, look.Units) is var interval
            ? Choose(interval.Lower > 0, interval.Upper < 0)
            : DecisionKind.Extend);

    private static (double Value, double Error)? Relative(Look look) =>
        look.Relative is { } estimate ? (estimate.Value, estimate.StandardError) : null;

    private static DecisionKind Test(Look look) => Choose(look.Z > Five, look.Z < -Five);

    private static bool Wins(ArraySegment<Look> looks) => looks[^1].ChanceToWin >= 0.9
        || (looks.Count >= 3 && looks[^3..].All(look => Ready(look) && look.Lift >= 0.1));
}
