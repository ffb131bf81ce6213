using Optimizer.Statistics.Sequential;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Sequential;

// Seeded simulations of 28 daily looks; bounds are the promised rate plus five standard errors of the simulation.
public class EProcessCoverageTests
{
    private const int Runs = 2_000;
    private const int Days = 28;
    private const double Alpha = 0.1;
    private static readonly double Allowed = Alpha + 5 * Math.Sqrt(Alpha * (1 - Alpha) / Runs);

    [Fact]
    [Trait("Req", "C47")]
    [Trait("Req", "S2-050")]
    public void LogBetter_NoEffectDailyLooks_RarelyEverReachesTheLimit() =>
        Assert.InRange(ShareReaching(1, lift: 1, _ => 0.5, _ => 50, worse: false), 0, Allowed);

    [Fact]
    [Trait("Req", "C47")]
    public void LogWorse_NoEffectDailyLooks_RarelyEverReachesTheLimit() =>
        Assert.InRange(ShareReaching(2, lift: 1, _ => 0.5, _ => 50, worse: true), 0, Allowed);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Req", "C47")]
    [Trait("Req", "S2-050")]
    public void LogEvidence_WeightsMoveWhileTheBaseRateHalves_RarelyEverReachesTheLimit(bool worse) =>
        Assert.InRange(
            ShareReaching(3, lift: 1, day => 0.1 + 0.8 * day / (Days - 1), day => 50 - 25.0 * day / (Days - 1), worse), 0, Allowed);

    [Fact]
    public void LogBetter_RealGain_IsMostlyFound() =>
        Assert.InRange(ShareReaching(4, lift: 1.3, _ => 0.5, _ => 50, worse: false), 0.9, 1);

    [Fact]
    public void LogWorse_RealLossUnderMovingWeights_IsMostlyFound() =>
        Assert.InRange(
            ShareReaching(5, lift: 0.7, day => 0.1 + 0.8 * day / (Days - 1), day => 50 - 25.0 * day / (Days - 1), worse: true), 0.8, 1);

    [Fact]
    [Trait("Req", "C47")]
    public void Lift_DailyLooks_RarelyEverLeavesTheTruthOut()
    {
        var process = new EProcess(0.2);
        var random = new SplitMix(6);
        var missed = 0;
        const int runs = 500;
        for (var run = 0; run < runs; run++)
        {
            var (control, variant, left) = (0L, 0L, false);
            for (var day = 0; day < Days && !left; day++)
            {
                control += random.Poisson(25);
                variant += random.Poisson(25 * 1.2);
                left = !process.Lift([new(0.5, control, variant)], Alpha).Contains(0.2);
            }

            missed += left ? 1 : 0;
        }

        Assert.InRange(missed, 0, runs * (Alpha + 5 * Math.Sqrt(Alpha * (1 - Alpha) / runs)));
    }

    private static double ShareReaching(
        ulong seed, double lift, Func<int, double> weight, Func<int, double> conversions, bool worse)
    {
        var process = new EProcess(0.2);
        var random = new SplitMix(seed);
        var reached = 0;
        for (var run = 0; run < Runs; run++)
        {
            var strata = new List<ConversionStratum>();
            for (var day = 0; day < Days; day++)
            {
                var (share, mean) = (weight(day), conversions(day));
                strata.Add(new(share, random.Poisson(mean * (1 - share)), random.Poisson(mean * share * lift)));
                if ((worse ? process.LogWorse(strata) : process.LogBetter(strata)) >= -Math.Log(Alpha))
                {
                    reached++;
                    break;
                }
            }
        }

        return (double)reached / Runs;
    }
}
