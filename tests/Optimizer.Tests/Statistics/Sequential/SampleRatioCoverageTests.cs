using Optimizer.Statistics.Sequential;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Sequential;

public class SampleRatioCoverageTests
{
    private const int Runs = 2_000;

    [Theory]
    [InlineData(20)]
    [InlineData(1_000)]
    public void LogEvidence_TrueSplitDailyLooks_RarelyEverAlarms(double limit) => Assert.InRange(
        ShareAlarming(31, 100, limit), 0, 1 / limit + 5 * Math.Sqrt(1 / limit / Runs));

    [Fact]
    public void LogEvidence_BrokenSplit_Alarms() => Assert.InRange(ShareAlarming(32, 125, 1_000), 0.9, 1);

    private static double ShareAlarming(ulong seed, double variantMean, double limit)
    {
        var random = new SplitMix(seed);
        var alarms = 0;
        for (var run = 0; run < Runs; run++)
        {
            var (control, variant) = (0L, 0L);
            for (var day = 0; day < 28; day++)
            {
                control += random.Poisson(100);
                variant += random.Poisson(variantMean);
                if (SampleRatio.LogEvidence([control, variant], [0.5, 0.5]) >= Math.Log(limit))
                {
                    alarms++;
                    break;
                }
            }
        }

        return (double)alarms / Runs;
    }
}
