using Optimizer.Statistics.Series;

namespace Optimizer.Tests.Statistics.Series;

public class AutocorrelationTests
{
    [Fact]
    public void Lag1_HandWorkedSeries_Agrees() => Assert.Equal(0.25, Autocorrelation.Lag1([1, 2, 3, 4])!.Value, 1e-15);

    [Fact]
    public void Lag1_Alternating_IsNegative() => Assert.Equal(-0.75, Autocorrelation.Lag1([1, -1, 1, -1])!.Value, 1e-15);

    [Fact]
    public void Lag1_ConstantOrTooShort_IsNull()
    {
        Assert.Null(Autocorrelation.Lag1([5, 5, 5, 5]));
        Assert.Null(Autocorrelation.Lag1([5, 6]));
    }
}
