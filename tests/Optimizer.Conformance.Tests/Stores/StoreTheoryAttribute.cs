using Xunit.Sdk;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>As <see cref="StoreFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Optimizer.Conformance.Tests.Stores." + nameof(StoreTheoryDiscoverer), "Optimizer.Conformance.Tests")]
public sealed class StoreTheoryAttribute : TheoryAttribute;
