using Optimizer.Statistics.Distributions;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Distributions;

// Expected values: mpmath 1.3 at 34 digits.
public class ChiSquaredTests
{
    [Theory]
    [InlineData(1, 3.84, 0.050043521248705103, 1e-12)]
    [InlineData(2, 10, 0.0067379469990854671, 1e-12)]
    [InlineData(1, 100, 1.5239706048321052e-23, 1e-12)]
    [InlineData(5, 1000, 6.0100776879208043e-214, 1e-12)]
    [InlineData(3, 0.001, 0.99999159208094195, 1e-12)]
    [InlineData(100, 90, 0.75319796559982973, 1e-12)]
    [InlineData(1000000, 1001000, 0.23967680482552136, 1e-9)]
    [InlineData(1, 1400, 2.1010145162642175e-306, 1e-12)]
    public void Survival_Table_WithinTolerance(double degrees, double x, double expected, double tolerance) =>
        Near.Equal(expected, new ChiSquared(degrees).Survival(x), tolerance);

    [Fact]
    public void Survival_AtOrBelowZero_IsOne()
    {
        Assert.Equal(1, new ChiSquared(3).Survival(0));
        Assert.Equal(1, new ChiSquared(3).Survival(-1));
    }

    [Fact]
    public void Survival_OneDegree_IsTwoNormalTails() =>
        Near.Equal(2 * Normal.Standard.Survival(2.5), new ChiSquared(1).Survival(6.25), 1e-13);
}
