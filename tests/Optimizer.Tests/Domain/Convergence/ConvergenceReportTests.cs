using Optimizer.Domain.Convergence;
using Optimizer.Tests.Domain.Reports;

namespace Optimizer.Tests.Domain.Convergence;

public class ConvergenceReportTests
{
    private static readonly string[] Run = ["onboarding-4", "onboarding-5", "onboarding-6"];

    [Fact]
    [Trait("Req", "S0-072")]
    public void Text_Converged_HasThreeClausesAndTheValues()
    {
        var reading = ConvergenceRule.Default.Judge([new(0.019, 0.01), new(0.019, 0.02), new(0.019, 0.02)]);

        var text = ConvergenceReport.Text(Trail.Onboarding, reading, new Dictionary<string, double> { ["signups"] = 412 }, Run);

        Assert.StartsWith("Onboarding e-mails is optimized: it has reached its local maximum (experiments onboarding-4, onboarding-5, onboarding-6). "
            + "Current performance is signups 412 (goal >= 150). Further gains require strategic changes (channels, audience, product).", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "S0-072")]
    [Trait("Req", "S0-069")]
    public void Text_SmallTraffic_ClaimsOnlyWhatCouldBeDetected()
    {
        var reading = ConvergenceRule.Default.Judge([new(0.0, 0.3), new(0.01, 0.3), new(0.019, 0.3)]);

        var text = ConvergenceReport.Text(Trail.Onboarding, reading, new Dictionary<string, double>(), Run);

        Assert.Contains("shows no further gains that its traffic could detect", text, StringComparison.Ordinal);
        Assert.Contains("signups not known", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "S0-069")]
    public void Text_NotConverged_IsRefused()
    {
        var reading = ConvergenceRule.Default.Judge([new(0.019), new(0.02), new(0.019)]);

        Assert.Throws<ArgumentException>(() => ConvergenceReport.Text(Trail.Onboarding, reading, new Dictionary<string, double>(), Run));
    }
}
