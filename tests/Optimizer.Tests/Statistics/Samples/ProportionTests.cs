using Optimizer.Statistics.Samples;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Samples;

public class ProportionTests
{
    [Fact]
    public void Mean_And_Variance_AreThoseOfARate()
    {
        var seen = new Proportion(200, 30);

        Near.Equal(0.15, seen.Mean, 1e-15);
        Near.Equal(0.1275, seen.Variance, 1e-15);
        Assert.Equal(0, default(Proportion).Mean);
    }

    [Fact]
    public void Constructor_ImpossibleCounts_Refused()
    {
        Refused.For("count", -1L, () => new Proportion(-1, 0));
        Refused.For("successes", -1L, () => new Proportion(3, -1));
        Refused.For("successes", 4L, () => new Proportion(3, 4));
    }

    [Fact]
    public void Add_CountsBeyondLong_Overflows() =>
        Assert.Throws<OverflowException>(() => new Proportion(long.MaxValue, 1) + new Proportion(1, 0));
}
