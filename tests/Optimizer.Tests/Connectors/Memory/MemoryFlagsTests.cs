using Optimizer.Conformance.Tests.Stores;
using Optimizer.Connectors.Memory;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Memory;

public class MemoryFlagsTests : FlagLaws
{
    protected override IFeatureFlags Open() => new MemoryFlags();
}
