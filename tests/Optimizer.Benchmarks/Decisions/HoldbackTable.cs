using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>
/// What becomes of a provisional adoption: the variant gets 90 % of traffic, 10 % are held back, and the evidence keeps
/// growing over both splits until it proves the gain or the harm.
/// </summary>
internal static class HoldbackTable
{
    private const int DaysAfter = 28;
    private static readonly DecisionRules Rules = new();
    private static readonly ConversionLook Conversions = new();
    private static readonly double[] Half = [0.5, 0.5];
    private static readonly double[] Holdback = [0.1, 0.9];
    private static readonly double[] Lifts = [0.05, 0.1, 0.2, -0.1];

    public static Report Run(MonteCarlo runs, bool quick)
    {
        var none = Cell.All(quick).Select(cell => (Name: $"{cell}", Count: Play(runs, cell.With(0), $"{cell}, no effect"))).ToList();
        var effects = Lifts.Select(lift => $"{Cell.Middle}, {100 * lift:+0;-0} %").Select((name, at) =>
            (Name: name, Count: Play(runs, Cell.Middle.With(Lifts[at]), name))).ToList();
        var sheet = new Sheet(
            "After a provisional adoption",
            $"The tiered policy with its defaults; provisional adoptions of day {Rules.EndDay} are followed for {DaysAfter} more days at 90 % of traffic. Per cent of all runs.",
            "world", "proven by the end", "provisional", "then proven", "then reverted", "still open", "proven in all");
        foreach (var (name, count) in none.Select(cell => ($"{cell.Name}, no effect", cell.Count)).Concat(effects))
        {
            sheet.Add(name, [.. Enumerable.Range(0, HoldbackEnd.All.Count).Select(end => Figure.Of(count[end], null))]);
        }

        return new([sheet],
        [
            new Goal(
                $"tiered, 14 days and {DaysAfter} days of holdback, called proven without an effect", 0.035,
                [.. none.Select(cell => (cell.Name, cell.Count[HoldbackEnd.ProvenInAll]))]),
        ]);
    }

    private static HitCount Play(MonteCarlo runs, World world, string name) => runs.Run(
        $"holdback, {name}", () => new HitCount(HoldbackEnd.All.Count), (chance, count) => Play(chance, world, count));

    private static void Play(SplitMix chance, World world, HitCount count)
    {
        var start = World.Start(chance);
        var progress = new ExperimentProgress<Proportion>(["control", "variant"], Conversions.At);
        var kind = DecisionKind.Extend;
        while (kind == DecisionKind.Extend)
        {
            kind = Day(Half);
        }

        var later = DecisionKind.Extend;
        for (var day = 0; day < DaysAfter && kind == DecisionKind.AdoptProvisional && later == DecisionKind.Extend; day++)
        {
            // After the end the rule answers provisional or iterate again until there is evidence.
            later = Day(Holdback) is (DecisionKind.AdoptProven or DecisionKind.Revert or DecisionKind.Halt) and var end ? end : later;
        }

        count.Note(HoldbackEnd.Of(kind, later));

        DecisionKind Day(double[] weights)
        {
            var on = start + progress.Day;
            progress = progress.With(new ExperimentDay<Proportion>(
                weights, [world.DrawGroup(chance, on, weights[0], 0), world.DrawGroup(chance, on, weights[1], world.Lift)]));
            return DecisionRule.Decide(progress.Read(), progress.Health(), Rules).Kind;
        }
    }
}
