using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Distributions;
using Optimizer.Statistics.Samples;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Comparisons;

// Expected values: mpmath 1.3, exact sums at 40 digits for whole shapes, quadrature at 20 digits for the others.
public class RateComparisonTests
{
    [Theory]
    [InlineData(1, 1, 1, 1, 0.5, 0.16666666666666667, 0.16666666666666667, 1e-12)]
    [InlineData(1, 5001, 1, 5001, 0.5, 9.9950022989904308e-5, 9.9950022989904308e-5, 1e-12)]
    [InlineData(251, 4751, 1, 5001, 1.1066109754179e-77, 0.049980007996801279, 2.1568240108286108e-81, 1e-8)]
    [InlineData(1, 1, 101, 1, 0.99019607843137255, 9.5183704549781077e-5, 0.49029126213592233, 1e-8)]
    [InlineData(101, 1, 101, 1, 0.5, 0.0048778131942432145, 0.0048778131942432145, 1e-10)]
    [InlineData(51, 951, 71, 931, 0.96985317869917956, 0.00012501146205028089, 0.020085091302369642, 1e-10)]
    [InlineData(11, 191, 101, 1701, 0.56813025517944271, 0.0059570515718798377, 0.0075504406555162813, 1e-10)]
    [InlineData(501, 9501, 451, 9551, 0.048299623223334598, 0.0050594352720662419, 6.0435072106233896e-5, 1e-8)]
    [InlineData(50_001, 950_001, 50_501, 949_501, 0.94720975074010539, 6.8751947236092362e-6, 0.00050687419472560923, 1e-8)]
    [InlineData(1, 101, 11, 91, 0.999633666721445, 3.396889282457245e-6, 0.098042612575556967, 1e-8)]
    [InlineData(0.5, 0.5, 0.5, 0.5, 0.5, 0.20264236728467555, 0.20264236728467555, 1e-10)]
    [InlineData(0.5, 100.5, 3.5, 97.5, 0.967808204612212, 0.000263679505602545, 0.0299666498026322, 1e-10)]
    [InlineData(20.5, 380.5, 31.5, 369.5, 0.944686799090042, 0.000409488471931152, 0.0278409099183152, 1e-9)]
    [InlineData(5.5, 0.5, 0.5, 5.5, 0.000220824820583527, 0.833350492557727, 1.71592243935367e-5, 1e-8)]
    public void Between_Table_WithinTolerance(
        double controlAlpha, double controlBeta, double variantAlpha, double variantBeta,
        double chance, double lossOfVariant, double lossOfControl, double tolerance)
    {
        var reading = RateComparison.Between(new(controlAlpha, controlBeta), new(variantAlpha, variantBeta));

        Near.Equal(chance, reading.ChanceToWin, tolerance);
        Near.Equal(lossOfVariant, reading.LossOfVariant, tolerance);
        Near.Equal(lossOfControl, reading.LossOfControl, tolerance);
    }

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(1, 101, 11, 91)]
    [InlineData(51, 951, 71, 931)]
    [InlineData(399, 9000, 420, 9000)]
    [InlineData(300, 2, 290, 5)]
    [InlineData(11, 191, 101, 1701)]
    [InlineData(1, 1e9, 3, 1e9)]
    public void Between_WhereSumAndGridBothApply_TheyAgree(
        double controlAlpha, double controlBeta, double variantAlpha, double variantBeta)
    {
        var (control, variant) = (new Beta(controlAlpha, controlBeta), new Beta(variantAlpha, variantBeta));

        var sum = RateComparison.Summed(control, variant);
        var grid = BetaGrid.Compare(control, variant);

        Near.Equal(sum.ChanceToWin, grid.ChanceToWin, 0, 1e-12);
        Near.Equal(sum.LossOfVariant, grid.LossOfVariant, 1e-9, 1e-14);
        Near.Equal(sum.LossOfControl, grid.LossOfControl, 1e-9, 1e-14);
    }

    [Fact]
    public void Between_BillionsOfUnits_AgreesWithTheNormalLimit()
    {
        var control = Beta.Posterior(new Proportion(2_000_000_000, 100_000_000));
        var variant = Beta.Posterior(new Proportion(2_000_000_000, 100_010_000));
        var difference = new Normal(
            variant.Mean - control.Mean, Math.Sqrt(control.Variance + variant.Variance));

        var reading = RateComparison.Between(control, variant);

        Near.Equal(difference.Survival(0), reading.ChanceToWin, 1e-7);
        Near.Equal(difference.ExpectedExcess(), reading.LossOfControl, 1e-6);
    }

    [Fact]
    public void Between_PosteriorsFarApartAndNarrow_StillSumToOne()
    {
        var control = new Beta(1e10, 1e12);
        var variant = new Beta(5e11, 5e11);

        var reading = RateComparison.Between(control, variant);

        Near.Equal(1, reading.ChanceToWin, 1e-12);
        Near.Equal(variant.Mean - control.Mean, reading.LossOfControl, 1e-9);
    }

    [Fact]
    public void Between_TinyPriors_KeepsTheMeanDifference()
    {
        var (control, variant) = (new Beta(0.001, 0.001), new Beta(0.002, 0.001));

        var reading = RateComparison.Between(control, variant);

        Near.Equal(variant.Mean - control.Mean, reading.LossOfControl - reading.LossOfVariant, 1e-9);
        Near.Equal(1, reading.ChanceToWin + RateComparison.Chance(variant, control), 1e-10);
    }

    [Fact]
    public void Chance_SameAsBetween_OnBothBranches()
    {
        foreach (var scale in (ReadOnlySpan<double>)[1, 100])
        {
            var (control, variant) = (new Beta(50 * scale, 950 * scale), new Beta(51 * scale, 949 * scale));

            Assert.Equal(RateComparison.Between(control, variant).ChanceToWin, RateComparison.Chance(control, variant));
        }
    }
}
