using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Optimizer.Domain.Identity;
using Optimizer.EndToEnd.Tests.Browsers;
using Optimizer.EndToEnd.Tests.World;
using static Microsoft.Playwright.Assertions;

namespace Optimizer.EndToEnd.Tests.Journeys;

/// <summary>What people order: stop this, change the rules, freeze everything.</summary>
[Collection(SharedCockpit.Name)]
public class DirectTests(ServedWorld world)
{
    // The samples' website, on which no other journey starts anything.
    private static readonly Regex First = new("site.max_active: 2");

    [BrowserFact]
    public async Task Stop_ABreachedExperiment_RestoresControlAndSaysWhy()
    {
        var experiment = (await world.GetAsync("/api/experiments")).GetProperty("items").EnumerateArray()
            .First(each => each.GetProperty("play").GetString() == ServedWorld.Sick).GetProperty("id").GetString()!;
        await using var tab = await Tab.OpenAsync(world, await world.TokenAsync(Role.Operator, "operator@example.com"));

        await tab.GoAsync($"/plays/{ServedWorld.Sick}");
        await Expect(tab.Page.Locator("main")).ToContainTextAsync(new Regex("guardrail", RegexOptions.IgnoreCase));
        await tab.Page.GetByRole(AriaRole.Link, new() { NameRegex = new(Regex.Escape(experiment)) }).First.ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new Regex($"/experiments/{experiment}$"));
        var stop = tab.Page.Locator($"form[action='/experiments/{experiment}/stop']");
        await stop.GetByLabel(new Regex("why", RegexOptions.IgnoreCase)).FillAsync("Activation fell below what we can bear.");
        await stop.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(tab.Page.Locator("#said")).ToContainTextAsync("Stopped");
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("Activation fell below what we can bear.");
        Assert.Equal(0, await stop.CountAsync());
        await tab.ShotAsync("stopped");
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Policy_Changed_IsTriedFirstAndHoldsWhenApplied()
    {
        await using var tab = await Tab.OpenAsync(world, world.AdminToken);
        await tab.GoAsync("/policy");
        var text = await tab.Page.GetByLabel("Policy, in YAML").InputValueAsync();

        await tab.Page.GetByLabel("Policy, in YAML").FillAsync(First.Replace(text, "site.max_active: many", 1));
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("It does not read");
        await tab.Page.GetByLabel("Policy, in YAML").FillAsync(First.Replace(text, "site.max_active: 1", 1));
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("site.max_active");
        Assert.Equal(text, await TextAsync());
        await tab.ShotAsync("policy-tried");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Apply it" }).ClickAsync();

        await Expect(tab.Page.Locator("#said")).ToContainTextAsync("holds");
        Assert.Contains("site.max_active: 1", await TextAsync(), StringComparison.Ordinal);
        await tab.ShotAsync("policy-changed");
        Assert.Empty(tab.Faults);

        async Task<string> TextAsync()
        {
            await using var other = await Tab.OpenAsync(world, world.AdminToken);
            await other.GoAsync("/policy");
            return await other.Page.GetByLabel("Policy, in YAML").InputValueAsync();
        }
    }

    [BrowserFact]
    public async Task Freeze_ByAnOperator_IsSeenEverywhereAndEndedByAnAdmin()
    {
        await using var tab = await Tab.OpenAsync(world, await world.TokenAsync(Role.Operator, "operator@example.com"));
        await tab.GoAsync("/health");

        await tab.Page.GetByLabel("Why").FillAsync("The site is down.");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Freeze everything" }).ClickAsync();
        await Expect(tab.Page.Locator("#frozen")).ToContainTextAsync("The site is down.");
        await tab.ShotAsync("frozen");
        Assert.Equal(0, await tab.Page.GetByRole(AriaRole.Button, new() { Name = "End the freeze" }).CountAsync());
        await using var admin = await Tab.OpenAsync(world, world.AdminToken);
        await Expect(admin.Page.Locator("#frozen")).ToBeVisibleAsync();
        await admin.GoAsync("/health");
        await admin.Page.GetByLabel("Why it is over").FillAsync("It is up again.");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "End the freeze" }).ClickAsync();

        await Expect(admin.Page.Locator("#said")).ToContainTextAsync("The freeze is over");
        await Expect(admin.Page.Locator("#frozen")).ToHaveCountAsync(0);
        await admin.ShotAsync("unfrozen");
        Assert.Empty(tab.Faults.Concat(admin.Faults));
    }

    [BrowserFact]
    public async Task Brief_OfTheLastWeek_IsReadFromTheList()
    {
        await using var tab = await Tab.OpenAsync(world, await world.TokenAsync(Role.Viewer, "reader@example.com"));
        await tab.GoAsync("/reports");

        await tab.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Week of") }).First.ClickAsync();

        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("All plays");
        await Expect(tab.Page.Locator("article.doc table").First).ToBeVisibleAsync();
        await tab.ShotAsync("brief");
        Assert.Empty(tab.Faults);
    }
}
