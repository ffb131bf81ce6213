using Optimizer.Statistics.Distributions;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Distributions;

// Expected values: mpmath 1.3 at 34 digits.
public class ElementaryTests
{
    [Theory]
    [InlineData(1E-300, 1.0e-300, 1e-15)]
    [InlineData(1E-20, 9.9999999999999995e-21, 1e-15)]
    [InlineData(1E-10, 9.9999999995000004e-11, 1e-15)]
    [InlineData(1E-05, 9.9999500003333317e-6, 1e-15)]
    [InlineData(0.1, 0.095310179804324865, 1e-15)]
    [InlineData(1, 0.69314718055994531, 1e-15)]
    [InlineData(-0.5, -0.69314718055994531, 1e-15)]
    [InlineData(-0.999999, -13.815510557935518, 1e-15)]
    [InlineData(10000000000, 23.025850930040457, 1e-15)]
    public void Log1P_Table_WithinTolerance(double x, double expected, double tolerance) =>
        Near.Equal(expected, Elementary.Log1P(x), tolerance);

    [Theory]
    [InlineData(1E-300, 1.0e-300, 1e-15)]
    [InlineData(1E-20, 9.9999999999999995e-21, 1e-15)]
    [InlineData(1E-10, 1.00000000005e-10, 1e-15)]
    [InlineData(1E-05, 1.0000050000166668e-5, 1e-15)]
    [InlineData(0.1, 0.10517091807564763, 1e-15)]
    [InlineData(1, 1.7182818284590452, 1e-15)]
    [InlineData(-0.5, -0.39346934028736658, 1e-15)]
    [InlineData(-0.999999, -0.63212019094893256, 1e-15)]
    public void Expm1_Table_WithinTolerance(double x, double expected, double tolerance) =>
        Near.Equal(expected, Elementary.Expm1(x), tolerance);

    [Fact]
    public void Log1P_Limits_AreInfinite()
    {
        Assert.Equal(double.NegativeInfinity, Elementary.Log1P(-1));
        Assert.Equal(double.PositiveInfinity, Elementary.Log1P(double.PositiveInfinity));
    }

    [Fact]
    public void Expm1_Limits_AreMinusOneAndInfinite()
    {
        Assert.Equal(-1, Elementary.Expm1(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Elementary.Expm1(double.PositiveInfinity));
    }
}
