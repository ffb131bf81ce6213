using Optimizer.Conformance.Tests.Stores;
using Optimizer.Connectors.Memory;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Memory;

public class MemoryChannelTests : ChannelLaws
{
    [Fact]
    [Trait("Req", "S0-035")]
    public void CanChange_WithoutLeave_IsFalse() => Assert.False(new MemoryChannel(() => false).CanChange(Play, Play.Variables[0]));

    protected override IVariableChannel Open() => new MemoryChannel();
}
