using Xunit;

namespace Optimizer.Testing;

/// <summary>A fact that reads <see cref="SharedFolder"/> and is skipped visibly where that folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = SharedFolder.SkipReason;
}
