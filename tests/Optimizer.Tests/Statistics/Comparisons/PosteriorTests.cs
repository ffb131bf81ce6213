using Optimizer.Statistics.Comparisons;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Comparisons;

public class PosteriorTests
{
    [Fact]
    public void Of_EqualPrecisions_MeetsHalfway()
    {
        var posterior = Posterior.Of(0.1, 0.02, Prior.Normal(0, 0.02));

        Near.Equal(0.05, posterior.Mean, 1e-14);
        Near.Equal(0.02 / Math.Sqrt(2), posterior.StandardDeviation, 1e-14);
    }

    [Theory]
    [InlineData(0.3, 1)]
    [InlineData(-2, 0.1)]
    public void Losses_AnyBelief_DifferByTheMean(double mean, double deviation)
    {
        var posterior = Posterior.Of(mean, deviation, Prior.Flat);

        Near.Equal(mean, posterior.LossOfControl - posterior.LossOfVariant, 1e-14);
    }

    [Fact]
    public void Prior_DeviationWhoseSquareVanishes_IsNotTakenForTheFlatOne() =>
        Refused.For("standardDeviation", 0.0, () => Prior.Normal(0, 1e-170));

    [Fact]
    public void InUnitsOf_ControlMean_ScalesMeanAndDeviation()
    {
        var prior = Prior.Normal(0.02, 0.1).InUnitsOf(-20);

        Near.Equal(0.4, prior.Mean, 1e-14);
        Near.Equal(4, prior.Variance, 1e-14);
        Assert.Equal(Prior.Flat, Prior.Flat.InUnitsOf(20));
        Assert.Equal(Prior.Flat, Prior.Normal(0.02, 0.1).InUnitsOf(0));
    }
}
