namespace Optimizer.Functions.Tests;

/// <summary>As <see cref="AzuriteFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteTheoryAttribute : TheoryAttribute
{
    public AzuriteTheoryAttribute() => Skip = Azurite.SkipReason;
}
