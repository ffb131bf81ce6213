using Optimizer.Statistics.Samples;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>"More than 30 % worse: revert", on variants that do no harm and on some that do.</summary>
internal static class GuardrailTable
{
    private const int Days = 14;
    private const long EnoughConverters = 25;
    private const long SingleLookUnits = 100;

    private static readonly Policy[] All =
    [
        Policies.Naive("naive point estimate", look => Policies.Choose(false, Policies.Drops(look))),
        Policies.Naive("E- >= 20", look => Policies.Choose(false, look.WorseWidest >= Policies.Odds20)),
        new("point estimate at two looks, 25 conversions", false, looks => Policies.Choose(false, looks.Count >= 2 && looks[^2..].All(look =>
            Policies.Ready(look) && look.Control.Successes >= EnoughConverters && Policies.Drops(look)))),
    ];

    public static Report Run(MonteCarlo runs, bool quick) => new([Harmless(runs, quick), SingleLook(runs), Detection(runs)], []);

    private static Sheet Harmless(MonteCarlo runs, bool quick)
    {
        var sheet = new Sheet(
            "Guardrail: 30 % drop, variant without effect",
            $"Share reverted within {Days} daily looks, {runs.Runs:#,0} runs a cell. The last rule, published as \"25 control conversions and 2 days\", "
            + "holds at two looks in a row with at least 25 conversions in control.",
            [
                "visitors a day",
                .. new[] { "naive", "E- >= 20", "25 conversions" }.SelectMany(policy => Cell.AllBaseRates.Select(rate => $"{policy}, {100 * rate:0} %")),
            ]);
        foreach (var visitors in Cell.AllVisitors.Where(visitors => !quick || visitors is 100 or 1000))
        {
            var claims = Published.Guardrail[visitors].Split(' ');
            var counts = Cell.AllBaseRates.Select(rate => Play(runs, new Cell(visitors, rate), 0)).ToList();
            sheet.Add($"{visitors:0}", [.. All.SelectMany((_, policy) =>
                counts.Select((count, rate) => Figure.Of(count[policy].Reverts, claims[policy * counts.Count + rate])))]);
        }

        return sheet;
    }

    private static Sheet SingleLook(MonteCarlo runs)
    {
        var claims = Published.GuardrailSingleLook.Split(' ');
        var sheet = new Sheet(
            "Guardrail: one look at 100 units per variant, variant without effect",
            "Share reverted by the point estimate.",
            ["rule", .. Cell.AllBaseRates.Select(rate => $"{100 * rate:0} %")]);
        var counts = Cell.AllBaseRates.Select(rate => runs.Run(
            $"guardrail, one look, {100 * rate:0} %", () => new HitCount(2), (chance, count) =>
            {
                var (control, variant) = (Fixed(chance, SingleLookUnits, rate), Fixed(chance, SingleLookUnits, rate));
                var look = new Look(1, control, variant, null);
                count.Note([Policies.Drops(look), look.WorseWidest >= Policies.Odds20]);
            })).ToList();
        sheet.Add("naive point estimate", [.. counts.Select((count, rate) => Figure.Of(count[0], claims[rate]))]);
        sheet.Add("E- >= 20", [.. counts.Select(count => Figure.Of(count[1], null))]);
        return sheet;
    }

    private static Sheet Detection(MonteCarlo runs)
    {
        var sheet = new Sheet(
            "Guardrail: harm found by E- >= 20, 5 % base",
            $"Share found within {Days} days and the mean day of those found.",
            "world", "found", "mean day");
        foreach (var (visitors, lift, found, day) in Published.Detection)
        {
            var count = Play(runs, new Cell(visitors, 0.05), lift)[1];
            sheet.Add($"{visitors:0} a day, {100 * lift:0} %",
                [Figure.Of(count.Reverts, found), Figure.Of(count.DaysToRevert, day, 1, Figure.Scale(runs.Runs))]);
        }

        return sheet;
    }

    /// <summary>A fixed number of units, as in a single planned look.</summary>
    public static Proportion Fixed(Random chance, long units, double rate) =>
        new(units, MathNet.Numerics.Distributions.Binomial.Sample(chance, rate, (int)units));

    private static PolicyCounts Play(MonteCarlo runs, Cell cell, double lift)
    {
        var world = cell.With(lift);
        return runs.Run(
            $"guardrail, {cell}, lift {100 * lift:0} %",
            () => new PolicyCounts(All.Length),
            (chance, counts) => Trial.Play(world, chance, All, Days, counts));
    }
}
