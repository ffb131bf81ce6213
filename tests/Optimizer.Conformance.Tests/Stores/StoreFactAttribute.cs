using Xunit.Sdk;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>A fact of a suite: whether it can run is said by the class that subclasses it, with <see cref="NeedsSettingAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Optimizer.Conformance.Tests.Stores." + nameof(StoreFactDiscoverer), "Optimizer.Conformance.Tests")]
public sealed class StoreFactAttribute : FactAttribute;
