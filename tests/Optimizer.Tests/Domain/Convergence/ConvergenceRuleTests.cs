using Optimizer.Domain.Convergence;

namespace Optimizer.Tests.Domain.Convergence;

public class ConvergenceRuleTests
{
    [Theory]
    [InlineData(true, 0.019, 0.019, 0.019)]
    [InlineData(false, 0.019, 0.020, 0.019)]
    [InlineData(true, 0.019, 0.0, 0.019)]
    [InlineData(false, 0.019, null, 0.019)]
    [InlineData(true, 0.019, -0.1, 0.019)]
    [Trait("Req", "S0-069")]
    public void Judge_ThreeExperiments_ConvergesBelowTheLimitOnly(bool expected, double first, double? second, double third)
    {
        var reading = ConvergenceRule.Default.Judge([new(first), new(second), new(third)]);

        Assert.Equal(expected, reading.IsConverged);
    }

    [Theory]
    [InlineData(0.015, ConvergenceClaim.Converged)]
    [InlineData(0.02, ConvergenceClaim.Converged)]
    [InlineData(0.07, ConvergenceClaim.NoDetectableGains)]
    [InlineData(null, ConvergenceClaim.NoDetectableGains)]
    public void Judge_RunThatCouldNotHaveSeenMore_ClaimsNoDetectableGains(double? detectable, ConvergenceClaim expected)
    {
        var reading = ConvergenceRule.Default.Judge([new(0.3, 0.9), new(0.01, 0.01), new(0, detectable), new(0.005, 0.01)]);

        Assert.Equal(expected, reading.Claim);
    }

    [Fact]
    public void Judge_OlderBlindExperiment_DoesNotSpoilTheClaim()
    {
        var reading = ConvergenceRule.Default.Judge([new(0.01, 0.5), new(0.01, 0.01), new(0.01, 0.01), new(0.01, 0.01)]);

        Assert.Equal((ConvergenceClaim.Converged, 4, 2), (reading.Claim, reading.CurrentRun, reading.FirstConvergedIndex));
    }

    [Fact]
    public void Judge_Reason_NamesGainsAndEffects()
    {
        var reading = ConvergenceRule.Default.Judge([new(0.01, 0.05), new(0, 0.06), new(0.005)]);

        Assert.Equal(
            "No detectable gains at this traffic: the last 3 experiments improved by 1.0 %, 0.0 %, 0.5 %, but the smallest effects they could show were 5.0 %, 6.0 %, unknown, not all of them as small as 2.0 %.",
            Assert.Single(reading.Reasons));
    }

    [Fact]
    public void Constructor_ImpossibleNumbers_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConcludedExperiment(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConcludedExperiment(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConvergenceRule(limit: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConvergenceRule(run: 0));
    }
}
