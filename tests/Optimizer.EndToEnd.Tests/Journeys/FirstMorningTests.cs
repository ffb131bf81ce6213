using Optimizer.Domain.Identity;
using Optimizer.EndToEnd.Tests.Browsers;
using Optimizer.EndToEnd.Tests.World;
using static Microsoft.Playwright.Assertions;

namespace Optimizer.EndToEnd.Tests.Journeys;

[Collection(SharedCockpit.Name)]
public class FirstMorningTests(ServedWorld world)
{
    [BrowserFact]
    public async Task Morning_FirstVisit_SignsInAndSeesHowItStandsAndWhatHappened()
    {
        await using var tab = await Tab.OpenAsync(world, null);
        await tab.GoAsync("/");

        await Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/login"));
        await tab.SignInAsync(await world.TokenAsync(Role.Viewer, "morning@example.com"));

        await Expect(tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Command center");
        await Expect(tab.Page.Locator("#status")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(All fine|Look here)$"));
        await Expect(tab.Page.Locator("#since")).ToContainTextAsync("Since you last looked");
        await Expect(tab.Page.Locator("#since")).ToContainTextAsync("You have not been here before");
        await Expect(tab.Page.Locator("#needs a").First).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("#connection")).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("lost"));
        await tab.ShotAsync("first-morning");
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Door_WrongToken_SaysSoAndStaysShut()
    {
        await using var tab = await Tab.OpenAsync(world, null);
        await tab.GoAsync("/login?to=/approvals");

        await tab.Page.GetByLabel("Your token").FillAsync("opt_000000000000_0");
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Empty(tab.Faults);
    }
}
