using Xunit.Abstractions;
using Xunit.Sdk;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>Finds theories as ever, or one skipped case in the place of each.</summary>
public sealed class StoreTheoryDiscoverer(IMessageSink sink) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        NeedsSettingAttribute.Missing(testMethod) is null
            ? new TheoryDiscoverer(sink).Discover(discoveryOptions, testMethod, factAttribute)
            : [new SkippedCase(sink, discoveryOptions, testMethod)];
}
