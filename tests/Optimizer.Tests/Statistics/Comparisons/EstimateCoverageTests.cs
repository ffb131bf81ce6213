using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Samples;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Comparisons;

public class EstimateCoverageTests
{
    [Theory]
    [InlineData(41, 6, 9, 1.0)]
    [InlineData(42, 30, 12, 3.0)]
    public void Interval_SmallSamplesOneLook_CoversAsPromised(ulong seed, int control, int variant, double spread)
    {
        const int runs = 4_000;
        var random = new SplitMix(seed);
        var covered = 0;
        for (var run = 0; run < runs; run++)
        {
            var estimate = Comparison.Between(Draw(random, control, 5, 1), Draw(random, variant, 7, spread), Scale.Absolute);
            covered += estimate!.Value.Interval(0.05).Contains(2) ? 1 : 0;
        }

        var error = 5 * Math.Sqrt(0.05 * 0.95 / runs);
        Assert.InRange((double)covered / runs, 0.95 - error, 0.95 + error);
    }

    private static Moments Draw(SplitMix random, int count, double mean, double deviation)
    {
        var sample = default(Moments);
        for (var i = 0; i < count; i++)
        {
            sample = sample.With(mean + deviation * random.Normal());
        }

        return sample;
    }
}
