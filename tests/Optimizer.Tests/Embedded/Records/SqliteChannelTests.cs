using Optimizer.Embedded.Records;
using Optimizer.Tests.Workflows.Ports;
using Optimizer.Workflows.Ports;
using static Optimizer.Tests.Embedded.Records.RecordFolder;

namespace Optimizer.Tests.Embedded.Records;

public sealed class SqliteChannelTests : ChannelLaws, IDisposable
{
    private readonly RecordStore _store = InMemory();

    [Fact]
    [Trait("Req", "S0-035")]
    public void CanChange_ActuatorThatReadsElsewhere_IsFalse()
    {
        using var store = RecordStore.Open(null, new() { Actuators = new HashSet<string> { "product-flags" } });

        Assert.False(store.Channel.CanChange(Play, Play.Variables[0]));
        Assert.True(store.Channel.CanChange(Play, Play.Variables[0] with { Actuator = "product-flags" }));
    }

    public void Dispose() => _store.Dispose();

    protected override IVariableChannel Open() => _store.Channel;
}
