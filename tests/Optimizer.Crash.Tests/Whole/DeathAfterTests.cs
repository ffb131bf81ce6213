using Optimizer.Crash.Tests.Dying;

namespace Optimizer.Crash.Tests.Whole;

public class DeathAfterTests
{
    [Fact]
    [Trait("Behaviour", "73")]
    [Trait("Behaviour", "74")]
    [Trait("Behaviour", "75")]
    [Trait("Behaviour", "76")]
    public async Task Engine_DyingAfterAnyWrite_LosesAndDoublesNothing() =>
        Assert.InRange(await Sweep.EveryCallAsync(FaultKind.DieAfter), 150, int.MaxValue);
}
