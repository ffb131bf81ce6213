using Optimizer.Statistics.Distributions;
using Optimizer.Statistics.Samples;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Distributions;

// Expected values: mpmath 1.3 at 30 digits or more.
public class BetaTests
{
    [Theory]
    [InlineData(1, 1, 0.3, 0.29999999999999999, 1e-12)]
    [InlineData(0.5, 0.5, 0.01, 0.063768560858519849, 1e-12)]
    [InlineData(2, 3, 0.5, 0.6875, 1e-12)]
    [InlineData(50, 950, 0.04, 0.065443779938273992, 1e-12)]
    [InlineData(3, 1000000000000, 1E-12, 0.080301397071670102, 1e-12)]
    [InlineData(100, 2, 0.9, 0.00029217538776346291, 1e-12)]
    [InlineData(5, 5, 0.999, 0.99999999999987442, 1e-12)]
    [InlineData(50_000, 950_000, 0.0495, 0.010722205362874521, 1e-12)]
    [InlineData(1e6, 1e6, 0.4995, 0.078649577580901631, 1e-12)]
    [InlineData(1e9, 1e9, 0.49999, 0.18554668476708925, 2e-11)]
    public void Cdf_Table_WithinTolerance(double alpha, double beta, double x, double expected, double tolerance) =>
        Near.Equal(expected, new Beta(alpha, beta).Cdf(x), tolerance);

    [Theory]
    [InlineData(0.5, 0.5, 0.2)]
    [InlineData(3, 8, 0.4)]
    [InlineData(700, 13_300, 0.052)]
    public void Cdf_MirroredRate_SumsToOne(double alpha, double beta, double x) =>
        Near.Equal(1, new Beta(alpha, beta).Cdf(x) + new Beta(beta, alpha).Cdf(1 - x, x), 1e-13);

    [Fact]
    public void Cdf_OutsideTheRange_IsZeroOrOne()
    {
        Assert.Equal(0, new Beta(2, 3).Cdf(-0.5));
        Assert.Equal(0, new Beta(2, 3).Cdf(0));
        Assert.Equal(1, new Beta(2, 3).Cdf(1));
        Assert.Equal(1, new Beta(2, 3).Cdf(1.5));
    }

    [Fact]
    public void Cdf_ShapesOfTrillions_AgreesWithTheNormalLimit() =>
        Near.Equal(
            Normal.Standard.Cdf(-1e-6 * 2 * Math.Sqrt(2e12 + 1)), new Beta(1e12, 1e12).Cdf(0.499999), 1e-8);

    [Fact]
    public void Cdf_FrontOfTheFraction_ContinuesTheDensity()
    {
        var rate = new Beta(4, 9);
        var grid = new PanelGrid(new PanelGrid.Stretch(0, 0.35, 0.1));
        var logBeta = LogGamma.Beta(4, 9);
        var ones = Array.ConvertAll(grid.Nodes, _ => 1.0);

        var area = grid.Integrate(
            Array.ConvertAll(grid.Nodes, x => Math.Exp(3 * Math.Log(x) + 8 * Math.Log(1 - x) - logBeta)), ones);

        Near.Equal(rate.Cdf(0.35), area, 1e-13);
    }

    [Fact]
    public void Posterior_SeenRate_AddsCountsToThePrior()
    {
        var posterior = Beta.Posterior(new Proportion(100, 7), 0.5, 2);

        Assert.Equal(new Beta(7.5, 95), posterior);
        Near.Equal(7.5 / 102.5, posterior.Mean, 1e-15);
        Near.Equal(7.5 * 95 / (102.5 * 102.5 * 103.5), posterior.Variance, 1e-15);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    public void Constructor_ShapeNotPositive_Refused(double shape)
    {
        Refused.For("alpha", shape, () => new Beta(shape, 1));
        Refused.For("beta", shape, () => new Beta(1, shape));
    }
}
