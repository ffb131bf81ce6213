using Optimizer.Statistics.Distributions;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Distributions;

// Expected values: mpmath 1.3 at 34 digits.
public class LogGammaTests
{
    [Theory]
    [InlineData(1, 1, 0.0, 1e-15)]
    [InlineData(0.5, 0.5, 1.1447298858494002, 1e-15)]
    [InlineData(1000000000, 1000000000, -1386294370.2160114, 1e-15)]
    [InlineData(3, 1000000000000, -82.199916167228699, 1e-15)]
    [InlineData(0.001, 2, 6.9067557786490535, 1e-15)]
    [InlineData(1000000, 5, -65.899508959458425, 1e-15)]
    [InlineData(700, 13300, -2781.5442424684449, 1e-15)]
    [InlineData(9.9, 100000, -101.40122273518213, 1e-15)]
    public void Beta_Table_WithinTolerance(double a, double b, double expected, double tolerance)
    {
        Near.Equal(expected, LogGamma.Beta(a, b), tolerance, 2e-15);
        Near.Equal(expected, LogGamma.Beta(b, a), tolerance, 2e-15);
    }

    [Theory]
    [InlineData(0.01, 1.4340079537031842, 1e-15)]
    [InlineData(0.1, 0.51274008133191493, 1e-15)]
    [InlineData(0.5, 0.15342640972002735, 1e-15)]
    [InlineData(1, 0.081061466795327258, 1e-15)]
    [InlineData(2, 0.041340695955409294, 1e-15)]
    [InlineData(5, 0.016644691189821192, 1e-15)]
    [InlineData(9.99, 0.0083388967977343301, 1e-15)]
    [InlineData(10, 0.0083305634333628713, 1e-15)]
    [InlineData(11, 0.0075736754879518408, 1e-15)]
    [InlineData(100, 0.00083333055563491468, 1e-15)]
    [InlineData(1000, 8.3333330555556349e-5, 1e-15)]
    [InlineData(1000000, 8.3333333333330556e-8, 1e-15)]
    public void Correction_Table_WithinTolerance(double z, double expected, double tolerance) =>
        Near.Equal(expected, LogGamma.Correction(z), tolerance, 3e-14);

    [Theory]
    [InlineData(1, 1e-20, -1e-20)]
    [InlineData(1e-20, 1, -46.051701859880914)]
    [InlineData(1, 1, -0.6931471805599453)]
    public void LogShare_SmallAndLargePart_KeepsDigits(double a, double b, double expected) =>
        Near.Equal(expected, LogGamma.LogShare(a, b), 1e-15);
}
