namespace Optimizer.Functions.Tests;

/// <summary>A fact that talks to a storage emulator and is skipped visibly where none is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute() => Skip = Azurite.SkipReason;
}
