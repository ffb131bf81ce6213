using Optimizer.Statistics.Designs;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Designs;

public class MultiplicityTests
{
    [Fact]
    public void Adjusted_KnownPValues_AreTheTextbookFigures()
    {
        double[] p = [0.01, 0.04, 0.03, 0.005];

        Assert.Equal([0.04, 0.16, 0.12, 0.02], Multiplicity.Bonferroni(p));
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Multiplicity.Holm(p).Select(value => Math.Round(value, 12)));
        Assert.Equal([0.02, 0.04, 0.04, 0.02], Multiplicity.BenjaminiHochberg(p).Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void Rejected_KnownEValues_AreThePaperRules()
    {
        double[] e = [45, 12, 30, 0.1];

        Assert.Equal([true, false, false, false], Multiplicity.EBonferroni(e, 0.1));
        Assert.Equal([true, false, true, false], Multiplicity.EBenjaminiHochberg(e, 0.1));
        Assert.Equal([true], Multiplicity.EBonferroni([double.PositiveInfinity], 0.1));
    }

    [Fact]
    public void Use_Impossible_Refused()
    {
        Refused.For("pValues", 1.5, () => Multiplicity.Holm([1.5]));
        Refused.For("eValues", double.NaN, () => Multiplicity.EBonferroni([double.NaN], 0.1));
        Refused.For("eValues", -1.0, () => Multiplicity.EBenjaminiHochberg([-1], 0.1));
    }
}
