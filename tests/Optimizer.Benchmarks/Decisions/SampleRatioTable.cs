using Optimizer.Statistics.Sequential;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>False and true alarms of the check of the split (section 2 of the statistics note).</summary>
internal static class SampleRatioTable
{
    private const double Visitors = 1000;
    private static readonly double Odds1000 = Math.Log(1000);
    private static readonly double[] Configured = [0.5, 0.5];

    public static Report Run(MonteCarlo runs, bool quick)
    {
        var claims = Published.SampleRatio.Split(' ');
        var sheet = new Sheet(
            "Sample ratio, 28 daily looks at 1,000 a day",
            "Share of runs with an alarm of a 50/50 split that works, and of two that do not with the mean day of the alarm.",
            "split", "chi-squared p<0.001", "chi-squared p<0.05", "E >= 1000", "day of E >= 1000");
        Row(0.5, claims[0], claims[1], claims[2], null);
        Row(0.52, null, null, null, claims[3]);
        Row(0.55, null, null, null, claims[4]);
        return new([sheet], []);

        void Row(double share, string? strict, string? loose, string? odds, string? day)
        {
            var count = runs.Run($"sample ratio, {100 * share:0} %", () => new SampleRatioCount(), (chance, seen) => Play(chance, share, seen));
            sheet.Add($"{100 * (1 - share):0}/{100 * share:0}",
            [
                Figure.Of(count.Alarms[0], strict), Figure.Of(count.Alarms[1], loose), Figure.Of(count.Alarms[2], odds),
                Figure.Of(count.Day, day, 1, Figure.Scale(runs.Runs)),
            ]);
        }
    }

    private static void Play(SplitMix chance, double share, SampleRatioCount count)
    {
        var world = new World(Visitors, 0);
        var start = World.Start(chance);
        long[] units = [0, 0];
        Span<bool> alarms = [false, false, false];
        int? found = null;
        for (var day = 1; day <= Policies.Days; day++)
        {
            units[0] += world.DrawGroup(chance, start + day - 1, 1 - share, 0).Count;
            units[1] += world.DrawGroup(chance, start + day - 1, share, 0).Count;
            var p = SampleRatio.ChiSquaredPValue(units, Configured);
            alarms[0] |= p < 0.001;
            alarms[1] |= p < 0.05;
            alarms[2] |= SampleRatio.LogEvidence(units, Configured) >= Odds1000;
            found ??= alarms[2] ? day : null;
        }

        count.Note(alarms, found);
    }
}
