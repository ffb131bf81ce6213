using Optimizer.Statistics.Samples;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Samples;

public class PairedMomentsTests
{
    [Fact]
    public void Covariance_KnownUnits_IsTheTextbookValue()
    {
        var pair = default(PairedMoments).With(1, 2).With(2, 4).With(3, 9);

        Near.Equal(3.5, pair.Covariance, 1e-15);
        Assert.Equal(3, pair.Count);
    }

    [Fact]
    public void FromSums_CorrelationBeyondOne_Refused()
    {
        var first = default(Moments).With(1).With(2).With(3);

        Refused.For("sumOfProducts", 15.0, () => PairedMoments.FromSums(first, first, 15));
        Refused.For("sumOfProducts", double.NaN, () => PairedMoments.FromSums(first, first, double.NaN));
        Near.Equal(1, PairedMoments.FromSums(first, first, 14).Covariance, 1e-15);
    }

    [Fact]
    public void FromSums_DifferentUnits_Refused()
    {
        var refusal = Assert.Throws<ArgumentException>(
            () => PairedMoments.FromSums(default(Moments).With(1), default, 0));

        Assert.Equal("second", refusal.ParamName);
        Assert.Contains("one has 1 and the other 0", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromSums_ProductsWithoutUnits_Refused() =>
        Refused.For("sumOfProducts", 1.0, () => PairedMoments.FromSums(default, default, 1));

    [Fact]
    public void Add_CountsBeyondLong_Overflows()
    {
        var half = Moments.FromMean(long.MaxValue / 2 + 2, 0, 0);
        var pair = PairedMoments.FromSums(half, half, 0);

        Assert.Throws<OverflowException>(() => pair + pair);
    }
}
