using Optimizer.Crash.Tests.Dying;
using Optimizer.Testing;

namespace Optimizer.Crash.Tests.Whole;

public class DeathTests
{
    // The script writes some hundred times; far fewer would mean that a sweep ended early.
    private const int FewestCalls = 150;

    [Fact]
    public async Task Engine_NothingFailing_EndsInOneLife()
    {
        var run = await WholeRun.PlayAsync();

        Assert.InRange(Assert.Single(run.Calls), FewestCalls, int.MaxValue);
        Assert.Equal(0, run.Struck);
    }

    [Fact]
    [Trait("Behaviour", "73")]
    [Trait("Behaviour", "74")]
    [Trait("Behaviour", "75")]
    [Trait("Behaviour", "76")]
    public async Task Engine_DyingBeforeAnyWrite_LosesAndDoublesNothing() =>
        Assert.InRange(await Sweep.EveryCallAsync(FaultKind.DieBefore), FewestCalls, int.MaxValue);

    [Fact]
    [Trait("Behaviour", "75")]
    public async Task Engine_DyingTwice_LosesAndDoublesNothing()
    {
        var chance = new SplitMix(75);
        var failures = new List<string>();
        for (var pair = 0; pair < 40; pair++)
        {
            var first = new Fault(1 + (int)(chance.Uniform() * FewestCalls), FaultKind.DieBefore);
            // The second death comes soon: while the engine puts in order what the first one left.
            await Sweep.PlayAsync(failures, first, new Fault(1 + (int)(chance.Uniform() * 12), pair % 2 == 0 ? FaultKind.DieBefore : FaultKind.DieAfter));
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }
}
