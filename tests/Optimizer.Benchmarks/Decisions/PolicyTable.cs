namespace Optimizer.Benchmarks.Decisions;

/// <summary>False adoptions, false losers and power of every policy under daily looks.</summary>
internal static class PolicyTable
{
    private static readonly double[] PowerLifts = [0.05, 0.1, 0.2, -0.1];

    public static Report Run(MonteCarlo runs, bool quick)
    {
        var names = Policies.All(Cell.Middle.Visitors).Select(policy => policy.Name).ToList();
        var cells = Cell.All(quick);
        var none = cells.Select(cell => Play(runs, cell, 0)).ToList();
        var power = PowerLifts.Select(lift => Play(runs, Cell.Middle, lift)).ToList();

        var sheet = new Sheet(
            "Policies under daily looks",
            $"{runs.Runs:#,0} runs a cell, 28 daily looks. A/A: no true effect, mean and range over {cells.Count} cells"
            + $"{(quick ? " (quick: the published ones are over twelve)" : "")}; "
            + "power, days, seen/true lift and the harmful adoption at 1,000 a day, 5 %. Days without a decision count to the end.",
            "policy", "A/A adopt", "adopt, min", "adopt, max", "A/A revert", "revert, max", "+5 %", "+10 %", "+20 %", "days +10", "days +20", "seen/true +10", "adopts -10 %");
        for (var at = 0; at < names.Count; at++)
        {
            var policy = at;
            var claims = Published.Policies.TryGetValue(names[at], out var text) ? text.Split(' ') : new string[12];
            Share[] adopt = [.. none.Select(cell => cell[policy].Adopts)];
            Share[] lose = [.. none.Select(cell => cell[policy].Reverts)];
            var comparable = quick ? new string[12] : claims;
            sheet.Add(names[at],
            [
                Figure.MeanOf(adopt, comparable[0]),
                Figure.Of(adopt.MinBy(share => share.Value), comparable[1]),
                Figure.Of(adopt.MaxBy(share => share.Value), comparable[2]),
                Figure.MeanOf(lose, comparable[3]),
                Figure.Of(lose.MaxBy(share => share.Value), comparable[4]),
                Figure.Of(power[0][at].Adopts, claims[5]),
                Figure.Of(power[1][at].Adopts, claims[6]),
                Figure.Of(power[2][at].Adopts, claims[7]),
                Figure.Of(power[1][at].Days, claims[8], 1, Figure.Scale(runs.Runs)),
                Figure.Of(power[2][at].Days, claims[9], 1, Figure.Scale(runs.Runs)),
                Figure.Of(power[1][at].Adopted.Seen, claims[10], 1 / PowerLifts[1], Figure.Scale(runs.Runs)),
                Figure.Of(power[3][at].Adopts, claims[11]),
            ], Notes.Of(names[at]));
        }

        var tiered = new[] { Policies.Tiered14, Policies.Tiered28 }.Select(policy => names.IndexOf(policy.Name)).ToList();
        return new([sheet, Tiers(names, tiered, cells, none, power)], Goals(names, tiered, cells, none, power));
    }

    private static PolicyCounts Play(MonteCarlo runs, Cell cell, double lift)
    {
        var policies = Policies.All(cell.Visitors);
        var world = cell.With(lift);
        return runs.Run(
            $"policies, {cell}, lift {100 * lift:+0;-0;0} %",
            () => new PolicyCounts(policies.Count),
            (chance, counts) => Trial.Play(world, chance, policies, Policies.Days, counts));
    }

    private static Sheet Tiers(
        List<string> names, List<int> tiered, IReadOnlyList<Cell> cells, List<PolicyCounts> none, List<PolicyCounts> power)
    {
        var sheet = new Sheet(
            "The tiered policy, tier by tier",
            "Share of runs in per cent. Iterate and undecided runs are the rest. Nothing published per cell.",
            "world", "proven", "provisional", "reverted", "halted", "before 100 units", "days", "seen lift", "shrunk lift");
        foreach (var at in tiered)
        {
            for (var cell = 0; cell < cells.Count; cell++)
            {
                Row(names[at], $"{cells[cell]}, no effect", none[cell][at]);
            }

            for (var lift = 0; lift < PowerLifts.Length; lift++)
            {
                Row(names[at], $"{Cell.Middle}, {100 * PowerLifts[lift]:+0;-0} %", power[lift][at]);
            }
        }

        return sheet;

        void Row(string policy, string world, PolicyCount count) => sheet.Add($"{policy}: {world}",
        [
            Figure.Of(Share.Of(count.Proven.Count, count.Runs), null),
            Figure.Of(Share.Of(count.Provisional.Count, count.Runs), null),
            Figure.Of(count.Reverts, null),
            Figure.Of(Share.Of(count.Halted, count.Runs), null),
            Figure.Of(Share.Of(count.Early, count.Runs), null),
            Figure.Of(count.Days, null),
            Figure.Of(count.Adopted.Seen, null, 100),
            Figure.Of(count.Adopted.Shrunk, null, 100),
        ]);
    }

    private static List<Goal> Goals(
        List<string> names, List<int> tiered, IReadOnlyList<Cell> cells, List<PolicyCounts> none, List<PolicyCounts> power)
    {
        var goals = new List<Goal>();
        foreach (var at in tiered)
        {
            goals.Add(Goal("called proven without an effect", 0.035, count => count.Proven.Count, false));
            goals.Add(Goal("reverted without an effect", 0.02, count => count.Reverted, false));
            goals.Add(Goal("decided before 100 units per variant", 0, count => count.Early, true));

            Goal Goal(string text, double limit, Func<PolicyCount, long> hits, bool effects) => new($"{names[at]}, {text}", limit,
            [
                .. none.Select((counts, cell) => ($"{cells[cell]}", Share.Of(hits(counts[at]), counts[at].Runs))),
                .. effects
                    ? power.Select((counts, lift) => ($"{Cell.Middle}, lift {100 * PowerLifts[lift]:+0;-0} %", Share.Of(hits(counts[at]), counts[at].Runs)))
                    : [],
            ]);
        }

        return goals;
    }
}
