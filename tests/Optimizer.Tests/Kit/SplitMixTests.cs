using Optimizer.Testing;

namespace Optimizer.Tests.Kit;

public class SplitMixTests
{
    [Fact]
    public void Next_KnownSeed_IsTheReferenceSequence()
    {
        var random = new SplitMix(1234567);

        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void Draws_ManyOfEach_HaveTheirMoments()
    {
        var random = new SplitMix(5);
        const int draws = 100_000;

        Assert.Equal(0.5, Enumerable.Range(0, draws).Average(_ => random.Uniform()), 0.005);
        Assert.Equal(0, Enumerable.Range(0, draws).Average(_ => random.Normal()), 0.016);
        Assert.Equal(1, Enumerable.Range(0, draws).Average(_ => Math.Pow(random.Normal(), 2)), 0.023);
        Assert.Equal(70, Enumerable.Range(0, draws / 10).Average(_ => random.Poisson(70)), 0.42);
        Assert.Equal(12, Enumerable.Range(0, draws / 10).Average(_ => random.Binomial(40, 0.3)), 0.15);
    }
}
