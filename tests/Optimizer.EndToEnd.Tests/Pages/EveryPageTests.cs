using Microsoft.Playwright;
using Optimizer.EndToEnd.Tests.Browsers;
using Optimizer.EndToEnd.Tests.World;

namespace Optimizer.EndToEnd.Tests.Pages;

/// <summary>
/// Checks as Lighthouse makes them, on every page. Usually once, dark on a phone and light on a desk taking turns; with OPTIMIZER_PAGES=all in
/// each theme and width, with a screenshot of each under artifacts/screens/pages.
/// </summary>
[Collection(SharedCockpit.Name)]
public class EveryPageTests(ServedWorld world)
{
    private static readonly bool IsAll = Environment.GetEnvironmentVariable("OPTIMIZER_PAGES") == "all";

    private static readonly (string Name, ColorScheme Theme, int Width)[] Looks =
    [
        ("light-desk", ColorScheme.Light, 1280), ("dark-phone", ColorScheme.Dark, 390), ("dark-desk", ColorScheme.Dark, 1280), ("light-phone", ColorScheme.Light, 390),
    ];

    [BrowserFact]
    public async Task Page_InABrowser_HasNoFault()
    {
        var pages = await PageList.OfAsync(world);
        var faults = new List<string>();
        var looks = IsAll ? Looks : Looks[..2];
        for (var look = 0; look < looks.Length; look++)
        {
            var (name, theme, width) = looks[look];
            await using var tab = await Tab.OpenAsync(world, world.AdminToken, new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 900 } });
            for (var number = 0; number < pages.Count; number++)
            {
                // The usual run looks at each page once: the one half light on a desk, the other dark on a phone.
                if (IsAll || number % looks.Length == look)
                {
                    faults.AddRange((await OfAsync(tab, pages[number].Path)).Select(fault => $"{pages[number].Path} {name}: {fault}"));
                    await (IsAll ? tab.ShotAsync($"pages/{pages[number].Name}-{name}") : Task.CompletedTask);
                }
            }

            faults.AddRange(tab.Faults.Select(fault => $"{name}: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static async Task<IEnumerable<string>> OfAsync(Tab tab, string path)
    {
        var answer = await tab.GoAsync(path);
        return
        [
            .. answer!.Status == 200 ? Array.Empty<string>() : [$"answered {answer.Status}"],
            .. PageFaults.OfText(await answer.TextAsync()),
            .. await PageFaults.OfShapeAsync(tab.Page),
            .. await PageFaults.OfWidthAsync(tab.Page),
            .. await PageFaults.OfAccessAsync(tab.Page),
            .. await PageFaults.OfKeyboardAsync(tab.Page),
        ];
    }
}
