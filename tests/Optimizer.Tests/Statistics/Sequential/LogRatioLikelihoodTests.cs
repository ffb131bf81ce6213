using Optimizer.Statistics.Sequential;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Sequential;

public class LogRatioLikelihoodTests
{
    [Theory]
    [InlineData(0.5, 100, 130)]
    [InlineData(0.1, 900, 80)]
    [InlineData(0.999, 3, 500)]
    public void Peak_OneStratum_IsTheOddsOverTheWeights(double weight, long control, long variant) =>
        Near.Equal(
            Math.Log((double)variant / control * (1 - weight) / weight),
            new LogRatioLikelihood([new(weight, control, variant)]).Peak!.Value, 1e-12, 1e-14);

    [Fact]
    public void Crossings_ManyStrata_LieOnTheLevel()
    {
        ConversionStratum[] strata = [new(0.5, 100, 130), new(0.1, 900, 80), new(0.9, 20, 160)];
        var likelihood = new LogRatioLikelihood(strata);
        var level = strata.Sum(day => day.LogLikelihoodRatio(likelihood.Peak!.Value)) - 3;

        Near.Equal(level, strata.Sum(day => day.LogLikelihoodRatio(likelihood.Highest(level)!.Value)), 0, 1e-9);
        Near.Equal(level, strata.Sum(day => day.LogLikelihoodRatio(likelihood.Lowest(level)!.Value)), 0, 1e-9);
    }

    [Fact]
    public void Highest_LevelFarBelow_StaysFinite()
    {
        var stratum = new ConversionStratum(0.25, 1, 1);

        var highest = new LogRatioLikelihood([stratum]).Highest(-1e6)!.Value;

        Near.Equal(-1e6, stratum.LogLikelihoodRatio(highest), 1e-12);
    }

    [Fact]
    public void Information_AtThePeak_IsBinomial() =>
        Near.Equal(230 * (130.0 / 230) * (100.0 / 230), At(new LogRatioLikelihood([new(0.3, 100, 130)])), 1e-12);

    [Fact]
    public void Peak_GroupWithoutConversions_IsNull() =>
        Assert.Null(new LogRatioLikelihood([new(0.5, 5, 0), new(1, 0, 9)]).Peak);

    private static double At(LogRatioLikelihood likelihood) => likelihood.Information(likelihood.Peak!.Value);
}
