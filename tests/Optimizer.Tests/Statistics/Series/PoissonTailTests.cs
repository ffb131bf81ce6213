using Optimizer.Statistics.Series;

namespace Optimizer.Tests.Statistics.Series;

public class PoissonTailTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(29.5)]
    public void Tails_EveryCount_AgreeWithTheSumOfTheTerms(double mean)
    {
        var terms = Terms(mean, 200);

        for (var count = 0; count < 80; count++)
        {
            var below = terms.Take(count + 1).Sum();
            var above = terms.Skip(count).Reverse().Sum();
            Assert.Equal(1, PoissonTail.AtMost(count, mean) / below, 1e-9);
            Assert.Equal(1, PoissonTail.AtLeast(count, mean) / above, 1e-9);
        }
    }

    [Fact]
    public void Tails_MeanOfZero_AllowOnlyZero()
    {
        Assert.Equal(1, PoissonTail.AtLeast(0, 0));
        Assert.Equal(0, PoissonTail.AtLeast(1, 0));
        Assert.Equal(1, PoissonTail.AtMost(0, 0));
    }

    [Fact]
    public void Tails_OverdispersedCount_AreLessExtreme()
    {
        Assert.True(PoissonTail.AtLeast(20, 8, dispersion: 2) > PoissonTail.AtLeast(20, 8));
        Assert.True(PoissonTail.AtMost(1, 8, dispersion: 2) > PoissonTail.AtMost(1, 8));
    }

    [Fact]
    public void Tails_ImpossibleArguments_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonTail.AtLeast(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonTail.AtMost(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonTail.AtMost(1, 3, 0.5));
    }

    private static double[] Terms(double mean, int count)
    {
        var terms = new double[count];
        terms[0] = Math.Exp(-mean);
        for (var k = 1; k < count; k++)
        {
            terms[k] = terms[k - 1] * mean / k;
        }

        return terms;
    }
}
