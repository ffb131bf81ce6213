using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;
using Xunit.Abstractions;

namespace Optimizer.Tests.Domain.Decisions;

/// <summary>
/// Seeded simulations of 28 daily looks with half of the visitors each. Nothing is given up early and a decision to adopt
/// or revert ends the run, so a share is that of runs that are ever wrong.
/// </summary>
public class DecisionCoverageTests(ITestOutputHelper output)
{
    private const int Days = 28;
    private static readonly DecisionRules Patient = new() { EndDay = 28, FutilityChance = 0 };

    /// <summary>The policy bounds both by 10 and 5 %; long runs give 1 to 3 % and 1 to 2 %, and five standard errors are 2 %.</summary>
    [Fact]
    [Trait("Req", "S2-050")]
    [Trait("Req", "C47")]
    public void Decide_ConversionsWithoutEffect_AreSeldomCalledProven()
    {
        var (adopted, reverted) = Conversions(1000, 150, 0.05, 0.05);

        Assert.InRange(adopted, 0.001, 0.05);
        Assert.InRange(reverted, 0.001, 0.04);
    }

    [Fact]
    public void Decide_ConversionsWithAnEffect_AreFound()
    {
        Assert.InRange(Conversions(60, 150, 0.10, 0.14).Adopted, 0.9, 1);
        Assert.InRange(Conversions(60, 150, 0.10, 0.05).Reverted, 0.9, 1);
    }

    /// <summary>The bounds of 10 and 5 % plus five standard errors, because on skewed amounts they hold only in large samples.</summary>
    [Fact]
    public void Decide_RevenueWithoutEffect_IsSeldomCalledProven()
    {
        const int Runs = 400;

        var (adopted, reverted) = Revenue(Runs, 150, 1);

        Assert.InRange(adopted, 0, 0.10 + (5 * Math.Sqrt(0.10 * 0.90 / Runs)));
        Assert.InRange(reverted, 0, 0.05 + (5 * Math.Sqrt(0.05 * 0.95 / Runs)));
    }

    [Fact]
    public void Decide_RevenueWithAnEffect_IsFound() => Assert.InRange(Revenue(40, 150, 2.5).Adopted, 0.8, 1);

    private (double Adopted, double Reverted) Conversions(int runs, int unitsADay, double control, double variant)
    {
        var random = new Random(20_260_105);
        return Share(runs, new ConversionLook().At, () => new ExperimentDay<Proportion>([0.5, 0.5], [Group(control), Group(variant)]));

        Proportion Group(double rate) => new(unitsADay, Enumerable.Range(0, unitsADay).Count(_ => random.NextDouble() < rate));
    }

    // One visitor in twenty buys, for amounts whose largest are many times their median.
    private (double Adopted, double Reverted) Revenue(int runs, int unitsADay, double factor)
    {
        var random = new Random(7);
        return Share(
            runs, new MeanLook(2.0 * unitsADay * 14, 0.1, 0.05).At,
            () => new ExperimentDay<ValueMoments>([0.5, 0.5], [Group(1), Group(factor)]));

        ValueMoments Group(double scale) => Enumerable.Range(0, unitsADay).Aggregate(
            default(ValueMoments), (sum, _) => sum.With(random.NextDouble() < 0.05 ? scale * Math.Exp(3 + (1.5 * Normal(random))) : 0));
    }

    private (double Adopted, double Reverted) Share<TSample>(
        int runs, Func<Tally<TSample>, int, VariantLook> look, Func<ExperimentDay<TSample>> next)
        where TSample : struct, IMergeableSample<TSample>
    {
        var kinds = Enumerable.Range(0, runs).Select(_ => Run(look, next)).ToList();
        var (adopted, reverted) = (kinds.Count(kind => kind == DecisionKind.AdoptProven), kinds.Count(kind => kind == DecisionKind.Revert));
        output.WriteLine($"{runs} runs: {adopted} proven, {reverted} reverted");
        return (adopted / (double)runs, reverted / (double)runs);
    }

    private static DecisionKind Run<TSample>(Func<Tally<TSample>, int, VariantLook> look, Func<ExperimentDay<TSample>> next)
        where TSample : struct, IMergeableSample<TSample>
    {
        var progress = new ExperimentProgress<TSample>(["A", "B"], look);
        var kind = DecisionKind.Extend;
        for (var day = 0; day < Days && kind == DecisionKind.Extend; day++)
        {
            progress = progress.With(next());
            kind = DecisionRule.Decide(progress.Read(), progress.Health(), Patient).Kind;
        }

        return kind;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
