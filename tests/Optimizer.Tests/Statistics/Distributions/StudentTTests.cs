using Optimizer.Statistics.Distributions;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Distributions;

// Expected values: mpmath 1.3 at 34 digits.
public class StudentTTests
{
    [Theory]
    [InlineData(0.5, 0, 0.5, 1e-12)]
    [InlineData(0.5, 0.1, 0.4731658105643032, 1e-12)]
    [InlineData(0.5, 1, 0.30112161084132208, 1e-12)]
    [InlineData(0.5, 5, 0.1429957015794294, 1e-12)]
    [InlineData(0.5, 37, 0.052720027699313168, 1e-12)]
    [InlineData(1, 0, 0.5, 1e-12)]
    [InlineData(1, 0.1, 0.46827448256944643, 1e-12)]
    [InlineData(1, 1, 0.25, 1e-12)]
    [InlineData(1, 5, 0.062832958189001184, 1e-12)]
    [InlineData(1, 37, 0.0086008761054331541, 1e-12)]
    [InlineData(2.5, 0, 0.5, 1e-12)]
    [InlineData(2.5, 0.1, 0.46390327203124479, 1e-12)]
    [InlineData(2.5, 1, 0.20203051363913673, 1e-12)]
    [InlineData(2.5, 5, 0.011725594985430924, 1e-12)]
    [InlineData(2.5, 37, 8.6230187226447037e-5, 1e-12)]
    [InlineData(30, 0, 0.5, 1e-12)]
    [InlineData(30, 0.1, 0.46050480589513558, 1e-12)]
    [InlineData(30, 1, 0.16265430771301495, 1e-12)]
    [InlineData(30, 5, 1.1648342733503898e-5, 1e-12)]
    [InlineData(30, 37, 6.8029031457099319e-27, 1e-12)]
    [InlineData(9999, 0, 0.5, 1e-12)]
    [InlineData(9999, 0.1, 0.46017316511577547, 1e-12)]
    [InlineData(9999, 1, 0.15866735337512868, 1e-12)]
    [InlineData(9999, 5, 2.9151682051141596e-7, 1e-12)]
    [InlineData(9999, 37, 2.8224463094752012e-281, 1e-12)]
    [InlineData(10000, 0, 0.5, 1e-12)]
    [InlineData(10000, 0.1, 0.46017316501553745, 1e-12)]
    [InlineData(10000, 1, 0.15866735216521456, 1e-12)]
    [InlineData(10000, 5, 2.9151633068313236e-7, 1e-12)]
    [InlineData(10000, 37, 2.8113156176397583e-281, 1e-12)]
    [InlineData(10001, 0, 0.5, 1e-12)]
    [InlineData(10001, 0.1, 0.46017316491531947, 1e-12)]
    [InlineData(10001, 1, 0.1586673509555424, 1e-12)]
    [InlineData(10001, 5, 2.9151584095346739e-7, 1e-12)]
    [InlineData(10001, 37, 2.8002308544734825e-281, 1e-12)]
    [InlineData(1000000, 0, 0.5, 1e-12)]
    [InlineData(1000000, 0.1, 0.46017217274602158, 1e-12)]
    [InlineData(1000000, 1, 0.15865537491678906, 1e-12)]
    [InlineData(1000000, 5, 2.8669989354453708e-7, 1e-12)]
    [InlineData(1000000, 37, 9.1498654309011315e-300, 1e-12)]
    [InlineData(2000000000, 0, 0.5, 1e-12)]
    [InlineData(2000000000, 0.1, 0.46017216272798254, 1e-12)]
    [InlineData(2000000000, 1, 0.15865525399194973, 1e-12)]
    [InlineData(2000000000, 5, 2.8665159603838685e-7, 1e-12)]
    [InlineData(2000000000, 37, 5.7269146686512481e-300, 1e-12)]
    public void Survival_Table_WithinTolerance(double degrees, double t, double expected, double tolerance)
    {
        var student = new StudentT(degrees);

        Near.Equal(expected, student.Survival(t), tolerance);
        Near.Equal(expected, student.Cdf(-t), tolerance);
        Near.Equal(1 - expected, student.Survival(-t), tolerance);
    }

    [Theory]
    [InlineData(0.5, 0.6, 0.39797542678479059, 1e-12)]
    [InlineData(0.5, 0.975, 164.55767348048824, 1e-12)]
    [InlineData(0.5, 1E-10, -1.0284911563163399e+19, 1e-12)]
    [InlineData(2.5, 0.6, 0.28145951274854759, 1e-12)]
    [InlineData(2.5, 0.975, 3.5746548420036818, 1e-12)]
    [InlineData(2.5, 1E-10, -8765.4377713645716, 1e-12)]
    [InlineData(2.5, 1E-100, -8.7654378822799919e+39, 1e-12)]
    [InlineData(30, 0.6, 0.25560536495191271, 1e-12)]
    [InlineData(30, 0.975, 2.0422724563012379, 1e-12)]
    [InlineData(30, 1E-10, -9.3774897804071432, 1e-12)]
    [InlineData(30, 1E-100, -10810.645001143976, 1e-12)]
    [InlineData(9999, 0.6, 0.25335384411983588, 1e-12)]
    [InlineData(9999, 0.975, 1.9602012636213573, 1e-12)]
    [InlineData(9999, 1E-10, -6.3679420121802591, 1e-12)]
    [InlineData(9999, 1E-100, -21.516998780141568, 1e-12)]
    [InlineData(10001, 0.6, 0.25335384277175252, 1e-12)]
    [InlineData(10001, 0.975, 1.9602012161646407, 1e-12)]
    [InlineData(10001, 1E-10, -6.3679406909175902, 1e-12)]
    [InlineData(10001, 1E-100, -21.516949612651799, 1e-12)]
    [InlineData(1000000, 0.6, 0.25334717053784162, 1e-12)]
    [InlineData(1000000, 0.975, 1.9599663568141067, 1e-12)]
    [InlineData(1000000, 1E-10, -6.3614068488767426, 1e-12)]
    [InlineData(1000000, 1E-100, -21.275865985490619, 1e-12)]
    [InlineData(2000000000, 0.6, 0.25334710316950076, 1e-12)]
    [InlineData(2000000000, 0.975, 1.9599639857261895, 1e-12)]
    [InlineData(2000000000, 1E-10, -6.3613409353769999, 1e-12)]
    [InlineData(2000000000, 1E-100, -21.273454767063369, 1e-12)]
    public void Quantile_Table_WithinTolerance(double degrees, double probability, double expected, double tolerance) =>
        Near.Equal(expected, new StudentT(degrees).Quantile(probability), tolerance);

    [Theory]
    [InlineData(0.5, 1.5, 0.075088039409177247, 1e-14)]
    [InlineData(1, 1.5, 0.09794150344116636, 1e-14)]
    [InlineData(2.5, 1.5, 0.11766850421719718, 1e-14)]
    [InlineData(30, 1.5, 0.12896160173967176, 1e-14)]
    [InlineData(9999, 1.5, 0.12951617811367959, 1e-14)]
    [InlineData(9999.999, 1.5, 0.12951617825537414, 1e-14)]
    [InlineData(10000, 1.5, 0.12951617825551596, 1e-14)]
    [InlineData(10001, 1.5, 0.12951617839732396, 1e-14)]
    [InlineData(1000000, 1.5, 0.12951758149982352, 1e-14)]
    [InlineData(2000000000, 1.5, 0.12951759565880873, 1e-14)]
    public void Density_Table_WithinTolerance(double degrees, double t, double expected, double tolerance) =>
        Near.Equal(expected, new StudentT(degrees).Density(t), tolerance);

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(30)]
    public void Survival_AcrossTheSwitchOfFormulas_IsContinuous(double t)
    {
        var below = new StudentT(Math.BitDecrement(10_000)).Survival(t);
        var above = new StudentT(10_000).Survival(t);

        Near.Equal(above, below, 2e-12);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(20_000)]
    public void Density_Integrated_IsCdf(double degrees)
    {
        var student = new StudentT(degrees);
        var grid = new PanelGrid(new PanelGrid.Stretch(-2, 5, 0.25));
        var ones = Array.ConvertAll(grid.Nodes, _ => 1.0);

        var area = grid.Integrate(Array.ConvertAll(grid.Nodes, student.Density), ones);

        Near.Equal(student.Cdf(5) - student.Cdf(-2), area, 1e-12);
    }

    [Theory]
    [InlineData(0.5, 1e-100)]
    [InlineData(1, 1e-200)]
    [InlineData(2, 1e-300)]
    [InlineData(0.9, 1e-11)]
    public void Quantile_BeyondTheSquareRootOfDoubles_ComesBack(double degrees, double probability) =>
        Near.Equal(probability, new StudentT(degrees).Cdf(new StudentT(degrees).Quantile(probability)), 1e-12);

    [Fact]
    public void Survival_OneDegreeFarOut_IsTheCauchyTail()
    {
        Near.Equal(1 / (Math.PI * 1e200), new StudentT(1).Survival(1e200), 1e-12);
        Near.Equal(1 / (Math.PI * 1.01e10), new StudentT(1).Survival(1.01e10), 1e-12);
        Near.Equal(1 / (Math.PI * 0.99e10), new StudentT(1).Survival(0.99e10), 1e-12);
    }

    [Fact]
    public void Survival_Infinite_IsTheLimit()
    {
        Assert.Equal(0, new StudentT(3).Survival(double.PositiveInfinity));
        Assert.Equal(1, new StudentT(3).Survival(double.NegativeInfinity));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Constructor_DegreesNotPositive_Refused(double degrees) =>
        Refused.For("degreesOfFreedom", degrees, () => new StudentT(degrees));
}
