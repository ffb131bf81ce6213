using Optimizer.Statistics.Sequential;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Sequential;

public class ConversionStratumTests
{
    [Theory]
    [InlineData(0.5, 0.1)]
    [InlineData(0.9, -2)]
    [InlineData(0.01, 3)]
    public void LogLikelihoodRatio_AnyRatio_IsTheWrittenFormula(double weight, double z)
    {
        var stratum = new ConversionStratum(weight, 30, 44);

        Near.Equal(
            44 * z - 74 * Math.Log(1 - weight + weight * Math.Exp(z)), stratum.LogLikelihoodRatio(z), 1e-12, 1e-12);
    }

    [Fact]
    public void LogLikelihoodRatio_FarOut_StaysFinite()
    {
        var stratum = new ConversionStratum(0.25, 30, 44);

        Near.Equal(-30 * 5000 - 74 * Math.Log(0.25), stratum.LogLikelihoodRatio(5000), 1e-14);
        Near.Equal(-44 * 5000 - 74 * Math.Log(0.75), stratum.LogLikelihoodRatio(-5000), 1e-14);
    }

    [Fact]
    public void LogLikelihoodRatio_TinyRatioManyConverters_KeepsDigits()
    {
        var stratum = new ConversionStratum(0.5, 1_000_000_000, 1_000_000_000);

        Near.Equal(-2e9 * 1e-14 / 8, stratum.LogLikelihoodRatio(1e-7), 0.02);
    }

    [Fact]
    public void Constructor_Impossible_Refused()
    {
        Refused.For("variantWeight", 1.1, () => new ConversionStratum(1.1, 0, 0));
        Refused.For("variantWeight", double.NaN, () => new ConversionStratum(double.NaN, 0, 0));
        Refused.For("control", -1L, () => new ConversionStratum(0.5, -1, 0));
        Refused.For("variant", -1L, () => new ConversionStratum(0.5, 0, -1));
    }
}
