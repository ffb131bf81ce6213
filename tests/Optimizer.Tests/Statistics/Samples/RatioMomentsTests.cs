using FsCheck;
using FsCheck.Fluent;
using Optimizer.Statistics.Samples;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Samples;

public class RatioMomentsTests
{
    [Fact]
    public void Variance_KnownUnits_IsTheDeltaMethods()
    {
        var ratio = default(RatioMoments).With(2, 1).With(5, 2).With(4, 3).With(9, 4);
        var (m, d) = (5.0, 2.5);
        var (vM, vD, cov) = (26.0 / 3, 5.0 / 3, 10.0 / 3);

        Near.Equal(2, ratio.Mean, 1e-15);
        Near.Equal(
            vM / (d * d) + vD * m * m / (d * d * d * d) - 2 * cov * m / (d * d * d), ratio.Variance, 1e-14);
    }

    [Fact]
    public void Variance_ConstantRatio_IsZero() =>
        Assert.Equal(0, default(RatioMoments).With(3, 1).With(6, 2).With(15, 5).Variance, 14);

    [Fact]
    public void Variance_TinyUnits_ScalesExactly()
    {
        var ratio = default(RatioMoments).With(2, 1e-90).With(5, 2e-90).With(4, 3e-90);
        var plain = default(RatioMoments).With(2, 1).With(5, 2).With(4, 3);

        Near.Equal(plain.Variance * 1e180, ratio.Variance, 1e-13);
    }

    [Fact]
    public void Mean_DenominatorZero_IsZero()
    {
        Assert.Equal(0, default(RatioMoments).With(3, 0).Mean);
        Assert.Equal(0, default(RatioMoments).With(3, 0).Variance);
    }

    [Fact]
    public void Merge_SplitAnywhere_EqualsAllUnitsAtOnce() => Prop.ForAll<(int, int)[], (int, int)[]>((first, second) =>
        PairedMomentsProperties.Same((Of(first) + Of(second)).Pair, Of([.. first, .. second]).Pair)
        && Of(first) + default(RatioMoments) == Of(first))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static RatioMoments Of(IEnumerable<(int First, int Second)> units) => new(PairedMomentsProperties.Of(units));
}
