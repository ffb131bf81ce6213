using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Samples;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Comparisons;

public class CovariateAdjustmentTests
{
    [Fact]
    public void Estimate_CovariateUnrelated_EqualsTheUnadjusted()
    {
        var control = Pair((1, 5), (2, 5), (4, 5));
        var variant = Pair((2, 5), (3, 5), (7, 5));

        var adjusted = CovariateAdjustment.OfMeans(control, variant);

        Assert.Equal(0, adjusted.Theta);
        Assert.Equal(Comparison.Between(control.First, variant.First, Scale.Absolute), adjusted.Estimate(Scale.Absolute));
        Near.Equal(
            Comparison.Between(control.First, variant.First, Scale.Relative)!.Value.StandardError,
            adjusted.Estimate(Scale.Relative)!.Value.StandardError, 1e-14);
        Assert.Equal(0, adjusted.VarianceReduction);
    }

    [Fact]
    public void Estimate_CovariateEqualsTheMetric_RemovesNearlyAllVariance()
    {
        var random = new SplitMix(11);
        var (control, variant) = (default(PairedMoments), default(PairedMoments));
        for (var i = 0; i < 500; i++)
        {
            var (a, b) = (10 + 3 * random.Normal(), 10 + 3 * random.Normal());
            control = control.With(a + 0.01 * random.Normal(), a);
            variant = variant.With(b + 0.5 + 0.01 * random.Normal(), b);
        }

        var adjusted = CovariateAdjustment.OfMeans(control, variant);
        var estimate = adjusted.Estimate(Scale.Absolute)!.Value;

        Assert.InRange(adjusted.VarianceReduction, 0.999, 1);
        Assert.True(estimate.StandardError < 0.05 * Comparison.Between(control.First, variant.First, Scale.Absolute)!.Value.StandardError);
        Assert.InRange(estimate.Value, 0.5 - 5 * estimate.StandardError - 0.02, 0.5 + 5 * estimate.StandardError + 0.02);
    }

    [Theory]
    [InlineData(Scale.Absolute)]
    [InlineData(Scale.Relative)]
    public void Estimate_GroupWithoutUnits_IsNull(Scale scale)
    {
        var some = Pair((1, 5), (2, 4), (4, 6));

        Assert.Null(CovariateAdjustment.OfMeans(default, some).Estimate(scale));
        Assert.Null(CovariateAdjustment.OfMeans(some, default).Estimate(scale));
    }

    [Fact]
    public void Estimate_UnknownScale_Refused()
    {
        var some = Pair((1, 5), (2, 4), (4, 6));

        Refused.For("scale", (Scale)9, () => CovariateAdjustment.OfMeans(some, some).Estimate((Scale)9));
    }

    [Fact]
    public void CovariateMoments_Impossible_Refused()
    {
        Refused.For("Count", -1L, () => new CovariateMoments(-1, 0, 0, 1, 1, 0));
        Refused.For("Mean", double.NaN, () => new CovariateMoments(1, double.NaN, 0, 1, 1, 0));
        Refused.For("Variance", -1.0, () => new CovariateMoments(1, 0, 0, -1, 1, 0));
        Refused.For("Covariance", double.PositiveInfinity, () => new CovariateMoments(1, 0, 0, 1, 1, double.PositiveInfinity));
    }

    [Fact]
    public void OfRatio_DenominatorZero_Refused()
    {
        var none = default(RatioMoments).With(1, 0).With(2, 0);
        var some = default(RatioMoments).With(1, 1).With(2, 1);

        Refused.For("post", 0.0, () => CovariateMoments.OfRatio(none, some, 0, 0, 0, 0));
        Refused.For("pre", 0.0, () => CovariateMoments.OfRatio(some, none, 0, 0, 0, 0));
    }

    private static PairedMoments Pair(params (double Metric, double Covariate)[] units) =>
        units.Aggregate(default(PairedMoments), (sample, unit) => sample.With(unit.Metric, unit.Covariate));
}
