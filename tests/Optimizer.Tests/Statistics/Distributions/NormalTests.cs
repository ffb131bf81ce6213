using Optimizer.Statistics.Distributions;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Distributions;

// Expected values: mpmath 1.3 at 34 digits.
public class NormalTests
{
    [Theory]
    [InlineData(-5, 2.8665157187919391e-7, 1e-12)]
    [InlineData(-8, 6.2209605742717841e-16, 1e-12)]
    [InlineData(-20, 2.7536241186062337e-89, 1e-12)]
    [InlineData(-30, 4.9067139271481871e-198, 1e-12)]
    [InlineData(-37, 5.7255712225245768e-300, 1e-12)]
    [InlineData(-37.5, 4.6053530095819548e-308, 1e-12)]
    public void Cdf_FarTail_KeepsDigits(double z, double expected, double tolerance)
    {
        Near.Equal(expected, Normal.Standard.Cdf(z), tolerance);
        Near.Equal(expected, Normal.Standard.Survival(-z), tolerance);
        Near.Equal(expected, new Normal(10, 4).Cdf(10 + 4 * z), tolerance);
    }

    [Theory]
    [InlineData(1E-320, -38.269125343032651, 1e-15)]
    [InlineData(1E-300, -37.047096299361199, 1e-15)]
    [InlineData(1E-100, -21.273453560965324, 1e-15)]
    [InlineData(1E-20, -9.2623400897984076, 1e-15)]
    [InlineData(1E-05, -4.2648907939228246, 1e-15)]
    [InlineData(0.3, -0.52440051270804082, 1e-15)]
    [InlineData(0.5, 0.0, 1e-15)]
    [InlineData(0.9, 1.2815515655446006, 1e-15)]
    [InlineData(0.9999999999, 6.3613408896974219, 1e-15)]
    public void Quantile_Table_WithinTolerance(double probability, double expected, double tolerance) =>
        Near.Equal(expected, Normal.Standard.Quantile(probability), tolerance, 1e-16);

    [Theory]
    [InlineData(-5, 5.346165533832815e-8, 1e-13)]
    [InlineData(-8, 7.5502624119464989e-17, 1e-13)]
    [InlineData(-20, 1.3700124947295799e-90, 1e-13)]
    [InlineData(-30, 1.6319567340914012e-199, 1e-13)]
    [InlineData(-37, 1.5451991905122025e-301, 1e-13)]
    [InlineData(-37.5, 1.2263536908721543e-309, 1e-13)]
    [InlineData(-38.3, 7.9893262044038654e-323, 0.05)]
    [InlineData(0, 0.3989422804014327, 1e-15)]
    [InlineData(2, 2.0084907025, 1e-9)]
    public void ExpectedExcess_FarBelowZero_NeitherNegativeNorLost(double mean, double expected, double tolerance)
    {
        Near.Equal(expected, new Normal(mean, 1).ExpectedExcess(), tolerance);
        Near.Equal(100 * expected, new Normal(100 * mean, 100).ExpectedExcess(), tolerance);
    }

    [Fact]
    public void ExpectedExcess_BeyondDoubles_IsTheLimit()
    {
        Assert.Equal(0, new Normal(-1e300, 1e-300).ExpectedExcess());
        Assert.Equal(1e300, new Normal(1e300, 1e-300).ExpectedExcess());
    }

    [Fact]
    public void ExpectedExcess_AcrossTheSwitchOfFormulas_IsContinuous()
    {
        var above = new Normal(Math.BitIncrement(-4), 1).ExpectedExcess();
        var below = new Normal(Math.BitDecrement(-4), 1).ExpectedExcess();

        Near.Equal(above, below, 1e-13);
    }

    [Theory]
    [InlineData(-8, -1)]
    [InlineData(-1, 0.5)]
    [InlineData(0, 3)]
    public void Density_Integrated_IsCdf(double lower, double upper)
    {
        var normal = new Normal(0.3, 1.2);
        var grid = new PanelGrid(new PanelGrid.Stretch(lower, upper, 0.5));
        var ones = Array.ConvertAll(grid.Nodes, _ => 1.0);

        var area = grid.Integrate(Array.ConvertAll(grid.Nodes, normal.Density), ones);

        Near.Equal(normal.Cdf(upper) - normal.Cdf(lower), area, 1e-14);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.PositiveInfinity)]
    public void Constructor_DeviationNotPositive_Refused(double deviation) =>
        Refused.For("standardDeviation", deviation, () => new Normal(0, deviation));

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void Quantile_NoProbability_Refused(double probability) =>
        Refused.For("probability", probability, () => Normal.Standard.Quantile(probability));
}
