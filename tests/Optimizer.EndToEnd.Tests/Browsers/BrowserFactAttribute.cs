namespace Optimizer.EndToEnd.Tests.Browsers;

/// <summary>A fact that needs a browser and is skipped visibly where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.SkipReason;
}
