using Optimizer.Crash.Tests.Dying;

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
}
