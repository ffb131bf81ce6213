namespace Optimizer.EndToEnd.Tests.Browsers;

/// <summary>A theory that needs a browser and is skipped visibly where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.SkipReason;
}
