namespace Optimizer.Benchmarks.Decisions;

/// <summary>A bandit against a fixed split: what do 28 days cost in conversions?</summary>
internal static class BanditTable
{
    private const double BaseRate = 0.05;
    private const int MostRuns = 4000;
    private static readonly double[] Visitors = [300, 1000, 5000];

    private static readonly (string Name, double? Floor, bool Adopts)[] Ways =
    [
        ("fixed split", null, false), ("Thompson, floor 1 %", 0.01, false), ("Thompson, floor 10 %", 0.1, false),
        ("fixed split, adopts at E >= 20 (K-1)", null, true),
    ];

    public static Report Run(MonteCarlo runs, bool quick)
    {
        var total = Math.Min(MostRuns, runs.Runs);
        var sheet = new Sheet(
            "Bandit against fixed split: conversions lost in 28 days",
            $"5 % base, {total:#,0} runs, equal weights for 7 days, then daily batches.",
            ["true lifts, allocation", .. Visitors.Select(visitors => $"lost at {visitors:0}"), .. Visitors.Select(visitors => $"picks best at {visitors:0}, %")]);
        foreach (var (name, lifts, figures) in Published.Bandit)
        {
            var claims = figures.Split(' ');
            var counts = Visitors.Select(visitors => runs.Run(
                $"bandit, {name}, {visitors:0} a day", () => new BanditCount(Ways.Length),
                (chance, count) => Play(chance, new World(visitors, BaseRate), lifts, count), total)).ToList();
            for (var way = 0; way < Ways.Length; way++)
            {
                var at = way;
                sheet.Add($"{name}: {Ways[way].Name}",
                [
                    .. counts.Select((count, visitors) => Figure.Of(
                        count.Lost(at), claims[at * Visitors.Length + visitors], 1, Figure.Scale(total, MostRuns))),
                    .. counts.Select(count => Figure.Of(count.Picked[at], null)),
                ], Ways[way] is { Floor: null, Adopts: false } ? Notes.FixedSplit : "");
            }
        }

        return new([sheet], []);
    }

    private static void Play(SplitMix chance, World world, double[] lifts, BanditCount count)
    {
        Span<double> lost = stackalloc double[Ways.Length];
        Span<bool> picked = stackalloc bool[Ways.Length];
        for (var way = 0; way < Ways.Length; way++)
        {
            var bandit = new BanditRun(world, lifts, Ways[way].Floor, Ways[way].Adopts);
            bandit.Play(chance, Policies.Days);
            (lost[way], picked[way]) = (bandit.Lost, bandit.PicksBest);
        }

        count.Note(lost, picked);
    }
}
