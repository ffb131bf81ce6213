using System.Globalization;

namespace Optimizer.Tests.Standalone.Engine;

/// <summary>Nothing in a page may steer a terminal or turn the direction of what follows.</summary>
internal static class Harmless
{
    public static void Check(string page)
    {
        Assert.NotEmpty(page);
        Assert.DoesNotContain(page, sign => sign != '\n' && char.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.Format);
    }
}
