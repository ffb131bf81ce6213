using Xunit;

namespace Optimizer.Testing;

/// <summary>A theory that reads <see cref="SharedFolder"/> and is skipped visibly where that folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedFolder.SkipReason;
}
