using Optimizer.Statistics.Samples;
using Optimizer.Statistics.Sequential;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Sequential;

// Revenue of 500 visitors a day and group, 5 % of them paying, lognormal order values; 28 daily looks.
public class LogRatioCoverageTests
{
    private const int Runs = 1_500;
    private const double Alpha = 0.05;
    private const int EnoughPayers = 25;

    [Fact]
    [Trait("Req", "C47")]
    public void LiftInterval_NoEffectDailyLooks_RarelyEverExcludesZero() =>
        Assert.InRange(ShareExcludingZero(21, lift: 1), 0, Alpha + 5 * Math.Sqrt(Alpha * (1 - Alpha) / Runs));

    [Fact]
    public void LiftInterval_RevenueDoubled_IsMostlyFound() =>
        Assert.InRange(ShareExcludingZero(22, lift: 2), 0.9, 1);

    private static double ShareExcludingZero(ulong seed, double lift)
    {
        var sequence = new ConfidenceSequence(Alpha, 14_000);
        var random = new SplitMix(seed);
        var excluded = 0;
        for (var run = 0; run < Runs; run++)
        {
            var (control, variant, payers) = (default(Moments), default(Moments), 0L);
            for (var day = 0; day < 28; day++)
            {
                var paying = random.Binomial(500, 0.05);
                payers += paying;
                control += Day(random, paying, 1);
                variant += Day(random, random.Binomial(500, 0.05), lift);
                if (payers >= EnoughPayers && LogRatio.Between(control, variant) is { } ratio
                    && !ratio.LiftInterval(sequence, control.Count + variant.Count).Contains(0))
                {
                    excluded++;
                    break;
                }
            }
        }

        return (double)excluded / Runs;
    }

    private static Moments Day(SplitMix random, long paying, double lift)
    {
        var day = Moments.FromMean(500 - paying, 0, 0);
        for (var i = 0; i < paying; i++)
        {
            day = day.With(lift * Math.Exp(3 + random.Normal()));
        }

        return day;
    }
}
