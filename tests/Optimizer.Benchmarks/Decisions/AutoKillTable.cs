namespace Optimizer.Benchmarks.Decisions;

/// <summary>"Below control after 120 sessions: kill", on variants that are better, and what replaces it.</summary>
internal static class AutoKillTable
{
    private const long Units = 120;
    private static readonly double[] Visitors = [300, 1000];

    private static readonly Policy[] All =
    [
        new("below control from 120 units", false, looks =>
            Policies.Choose(false, looks[^1].FewestUnits >= Units && looks[^1].Lift < 0)),
        Policies.Naive("E- >= 20, or from day 7 upper bound below +5 %", look => Policies.Choose(
            false, look.WorseWidest >= Policies.Odds20 || (look.Day >= Policies.FirstWeek && look.LiftBound < 0.05))),
    ];

    public static Report Run(MonteCarlo runs, bool quick) => new([Once(runs), Daily(runs)], []);

    private static Sheet Once(MonteCarlo runs)
    {
        var sheet = new Sheet(
            "Auto-kill at 120: one look",
            $"Share killed at {Units} units per variant. Evidence of 20 is said to fire in at most 0.3 % even at -20 %.",
            ["true lift", .. new[] { "below control", "E- >= 20" }.SelectMany(rule => Cell.AllBaseRates.Select(rate => $"{rule}, {100 * rate:0} %"))]);
        foreach (var lift in (double[])[0.2, 0.5, -0.2])
        {
            var claims = Published.AutoKillOnce.TryGetValue(lift, out var text) ? text.Split(' ') : new string[Cell.AllBaseRates.Length];
            var counts = Cell.AllBaseRates.Select(rate => runs.Run(
                $"auto-kill, one look, {100 * rate:0} %, lift {100 * lift:+0;-0} %", () => new HitCount(2), (chance, count) =>
                {
                    var look = new Look(
                        1, GuardrailTable.Fixed(chance, Units, rate), GuardrailTable.Fixed(chance, Units, rate * (1 + lift)), null);
                    count.Note([look.Lift < 0, look.WorseWidest >= Policies.Odds20]);
                })).ToList();
            sheet.Add($"{100 * lift:+0;-0} %",
            [
                .. counts.Select((count, rate) => Figure.Of(count[0], claims[rate])),
                .. counts.Select(count => Figure.Of(count[1], null)),
            ]);
        }

        return sheet;
    }

    private static Sheet Daily(MonteCarlo runs)
    {
        var sheet = new Sheet(
            "Auto-kill at 120: looked at daily from then on",
            "Share killed within 28 days, 5 % base. Replacement: evidence of harm of 20, or from day 7 a 90 % upper confidence bound (one-sided: the end of an 80 % sequence, tau 0.2) below +5 %.",
            ["true lift", .. new[] { "below control", "replacement" }.SelectMany(rule => Visitors.Select(visitors => $"{rule}, {visitors:0} a day"))]);
        foreach (var (lift, text) in Published.AutoKillDaily)
        {
            var claims = text.Split(' ');
            var counts = Visitors.Select(visitors =>
            {
                var cell = new Cell(visitors, 0.05);
                var world = cell.With(lift);
                return runs.Run(
                    $"auto-kill, {cell}, lift {100 * lift:+0;-0} %", () => new PolicyCounts(All.Length),
                    (chance, counts) => Trial.Play(world, chance, All, Policies.Days, counts));
            }).ToList();
            sheet.Add($"{100 * lift:+0;-0} %", [.. All.SelectMany((_, policy) =>
                counts.Select((count, visitors) => Figure.Of(count[policy].Reverts, claims[policy * Visitors.Length + visitors])))]);
        }

        return sheet;
    }
}
