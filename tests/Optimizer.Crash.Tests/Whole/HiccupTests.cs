using Optimizer.Crash.Tests.Dying;
using Optimizer.Testing;

namespace Optimizer.Crash.Tests.Whole;

public class HiccupTests
{
    [Fact]
    [Trait("Behaviour", "82")]
    public async Task Engine_AnyWriteFailingOnce_TriesAgainWithoutDoubling() =>
        Assert.InRange(await Sweep.EveryCallAsync(FaultKind.FailOnce), 150, int.MaxValue);

    [Fact]
    [Trait("Behaviour", "82")]
    public async Task Engine_AnyCommitDoneButSaidToHaveFailed_IsNotDoubled() =>
        Assert.InRange(await Sweep.EveryCallAsync(FaultKind.DoneButFailed), 30, int.MaxValue);

    [Fact]
    [Trait("Behaviour", "82")]
    public async Task Engine_WriteFailingAfterADeath_LosesAndDoublesNothing()
    {
        var chance = new SplitMix(82);
        var failures = new List<string>();
        for (var pair = 0; pair < 60; pair++)
        {
            var kind = pair % 3 == 0 ? FaultKind.DoneButFailed : FaultKind.FailOnce;
            await Sweep.PlayAsync(
                failures, new Fault(1 + (int)(chance.Uniform() * 150), FaultKind.DieBefore), new Fault(1 + (int)(chance.Uniform() * 12), kind));
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }
}
