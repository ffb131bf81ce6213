using FsCheck;
using FsCheck.Fluent;
using Optimizer.Statistics.Samples;

namespace Optimizer.Tests.Statistics.Samples;

public class ProportionProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Merge_AnySamples_IsACommutativeMonoid() => Prop.ForAll<(NonNegativeInt, NonNegativeInt)[]>(pairs =>
    {
        var samples = pairs.Select(pair => Of(pair.Item1.Get, pair.Item2.Get)).ToArray();
        var forward = samples.Aggregate(default(Proportion), (sum, next) => sum + next);
        var backward = samples.Reverse().Aggregate(default(Proportion), (sum, next) => next + sum);

        return forward == backward
            && forward + default(Proportion) == forward
            && forward.Count == samples.Sum(sample => sample.Count)
            && forward.Successes == samples.Sum(sample => sample.Successes);
    }).Check(Runs);

    [Fact]
    public void Merge_ThreeSamples_IsAssociative() => Prop.ForAll<NonNegativeInt, NonNegativeInt, NonNegativeInt>((x, y, z) =>
    {
        var (a, b, c) = (Of(x.Get, y.Get), Of(y.Get, z.Get), Of(z.Get, x.Get));

        return (a + b) + c == a + (b + c);
    }).Check(Runs);

    private static Proportion Of(int successes, int failures) => new((long)successes + failures, successes);
}
