using Xunit.Abstractions;
using Xunit.Sdk;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>A test that says why it does not run.</summary>
public sealed class SkippedCase : XunitTestCase
{
    [Obsolete("Called by the deserializer; use the other one")]
    public SkippedCase()
    {
    }

    public SkippedCase(IMessageSink sink, ITestFrameworkDiscoveryOptions options, ITestMethod method)
        : base(sink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)
    {
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        NeedsSettingAttribute.Missing(TestMethod) ?? "found where a setting was missing that is there now; build again";
}
