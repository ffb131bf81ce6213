using Optimizer.Embedded.Records;
using Optimizer.Tests.Connectors;

namespace Optimizer.Tests.Embedded.Records;

public sealed class SqliteChannelTests
{
    [Fact]
    [Trait("Req", "S0-035")]
    public void CanChange_ActuatorThatReadsElsewhere_IsFalse()
    {
        var play = SamplePlay.Of();
        using var store = RecordStore.Open(null, new() { Actuators = new HashSet<string> { "product-flags" } });

        Assert.False(store.Channel.CanChange(play, play.Variables[0]));
        Assert.True(store.Channel.CanChange(play, play.Variables[0] with { Actuator = "product-flags" }));
    }
}
