using MathNet.Numerics.Distributions;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>Is rigour worth it? A year of ideas of which most do nothing, some help and some harm.</summary>
internal static class PortfolioTable
{
    private const double BaseRate = 0.05;
    private const double DaysOfYear = 365;
    private const long PublishedExperiments = 40_000;
    private static readonly double[] Visitors = [300, 1000, 5000];

    private static readonly Policy[] All =
        [Policies.Stated, Policies.Plus20, Policies.Fixed, Policies.StatedAndExact, Policies.Tiered14, Policies.Tiered28];

    public static Report Run(MonteCarlo runs, bool quick)
    {
        var experiments = 2 * runs.Runs;
        var sheet = new Sheet(
            "Portfolio",
            $"70 % of ideas N(0, 1 %), 15 % N(+8 %, 5 %), 15 % N(-8 %, 5 %); {experiments:#,0} experiments, 5 % base. Of the adopted: truly "
            + "below 0, truly below +1 %, true, shown and shrunk mean lift; true gain of a year of experiments one after the other.",
            "policy, visitors a day", "adopted", "of them < 0", "of them < +1 %", "true lift", "shown lift", "shrunk lift", "gain a year");
        var counts = Visitors.Select(visitors => runs.Run(
            $"portfolio, {visitors:0} a day", () => new PolicyCounts(All.Length),
            (chance, count) => Trial.Play(new World(visitors, BaseRate, Idea(chance)), chance, All, Policies.Days, count),
            experiments)).ToList();
        for (var policy = 0; policy < All.Length; policy++)
        {
            for (var at = 0; at < Visitors.Length; at++)
            {
                var count = counts[at][policy];
                Add(sheet, All[policy].Name, at, count.Adopted, count, All[policy].Name);
                if (All[policy].ReadsProgress)
                {
                    Add(sheet, $"{All[policy].Name}: of which proven", at, count.Proven, count, All[policy] == Policies.Tiered14 ? "of which proven" : "");
                }
            }
        }

        return new([sheet], []);
    }

    private static void Add(Sheet sheet, string row, int at, Adoptions adopted, PolicyCount count, string published)
    {
        var claims = Published.Portfolio.TryGetValue(published, out var texts) ? texts[at].Split(' ') : new string[6];
        var scale = Figure.Scale(count.Runs, PublishedExperiments);
        sheet.Add($"{row}, {Visitors[at]:0}",
        [
            Figure.Of(Share.Of(adopted.Count, count.Runs), claims[0], PublishedExperiments),
            Among(adopted.Harmful, claims[1]),
            Among(adopted.Useless, claims[2]),
            Figure.Of(adopted.True, claims[3], 100, scale),
            Figure.Of(adopted.Seen, claims[4], 100, scale),
            Figure.Of(adopted.Shrunk, null, 100),
            Gain(adopted, count, claims[5], scale),
        ]);

        Figure? Among(long hits, string? claim) => adopted.Count == 0
            ? null
            : Figure.Of(Share.Of(hits, adopted.Count), claim, Math.Max(1, (long)(adopted.Count / (scale * scale))));
    }

    private static Figure Gain(Adoptions adopted, PolicyCount count, string? claim, double scale)
    {
        // What is not adopted gains nothing: the mean over all experiments, not only the adopted ones.
        var all = new Average(count.Runs, adopted.True.Sum, adopted.True.Squares);
        return Figure.Of(all, claim, 100 * DaysOfYear / count.Days.Value, scale);
    }

    private static double Idea(Random chance) => chance.NextDouble() switch
    {
        < 0.7 => Normal.Sample(chance, 0, 0.01),
        < 0.85 => Normal.Sample(chance, 0.08, 0.05),
        _ => Normal.Sample(chance, -0.08, 0.05),
    };
}
