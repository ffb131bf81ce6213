using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Optimizer.Domain.Identity;
using Optimizer.EndToEnd.Tests.Browsers;
using Optimizer.EndToEnd.Tests.World;
using static Microsoft.Playwright.Assertions;

namespace Optimizer.EndToEnd.Tests.Journeys;

[Collection(SharedCockpit.Name)]
public class ApproveTests(ServedWorld world)
{
    [BrowserFact]
    public async Task Approve_AnExperiment_StartsItAndOtherWindowsHearOfItAtOnce()
    {
        var asked = (await world.AskedStartsAsync())[0];
        var (id, play) = (asked.GetProperty("id").GetString()!, asked.GetProperty("play").GetString()!);
        await using var other = await Tab.OpenAsync(world, await world.TokenAsync(Role.Viewer, "watcher@example.com"));
        await other.GoAsync("/approvals");
        var waits = other.Page.Locator($"[id='q-{id}']");
        await Expect(waits).ToBeVisibleAsync();
        await using var tab = await Tab.OpenAsync(world, await world.TokenAsync(Role.Approver, "approver@example.com"));

        await tab.GoAsync("/approvals");
        await tab.Page.Locator($"[id='q-{id}']").GetByRole(AriaRole.Link, new() { Name = "All about it" }).ClickAsync();
        await Expect(tab.Page.Locator(".diff")).ToBeVisibleAsync();
        await tab.Page.GetByLabel("Comment").FillAsync("Worth a try.");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await Expect(tab.Page.Locator("#said")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByText("approver@example.com").First).ToBeVisibleAsync();
        await Expect(tab.Page.GetByText("the experiment was started")).ToBeVisibleAsync();
        await Expect(waits).ToHaveCountAsync(0);
        await tab.ShotAsync("approved");
        Assert.Contains((await world.GetAsync("/api/experiments")).GetProperty("items").EnumerateArray(), experiment => experiment.GetProperty("play").GetString() == play);
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Reject_WithoutReason_IsRefusedAndWithOneItEnds()
    {
        var id = (await world.AskedStartsAsync())[0].GetProperty("id").GetString()!;
        await using var tab = await Tab.OpenAsync(world, await world.TokenAsync(Role.Approver, "approver@example.com"));
        await tab.GoAsync($"/approvals/{id}");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(new Regex("comment|reason|why", RegexOptions.IgnoreCase));
        Assert.Equal("pending", (await world.GetAsync($"/api/approvals/{id}")).GetProperty("state").GetString());

        await tab.Page.GetByLabel("Comment").FillAsync("Our subscribers have had three experiments this month.");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();

        await Expect(tab.Page.GetByText("three experiments this month").First).ToBeVisibleAsync();
        Assert.Equal("rejected", (await world.GetAsync($"/api/approvals/{id}")).GetProperty("state").GetString());
        await tab.ShotAsync("rejected");
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task SignedLink_Twice_DecidesOnceAndSaysSo()
    {
        var id = (await world.AskedStartsAsync())[0].GetProperty("id").GetString()!;
        var link = (await world.PostAsync($"/api/approvals/{id}/links", new { to = "phone@example.com", seat = "ceo", expiresInMinutes = 60 })).GetProperty("url").GetString()!;
        await using var tab = await Tab.OpenAsync(world, null, new() { ViewportSize = new() { Width = 390, Height = 844 } });

        await tab.Page.GotoAsync(link);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(tab.Page.GetByText("phone@example.com").First).ToBeVisibleAsync();
        await tab.ShotAsync("signed-link");
        var again = await tab.Page.GotoAsync(link);

        Assert.Equal(0, await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).CountAsync());
        Assert.InRange(again!.Status, 200, 410);
        await tab.ShotAsync("signed-link-again");
        Assert.Single((await world.GetAsync($"/api/approvals/{id}")).GetProperty("answers").EnumerateArray());
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task WithoutJavaScript_ReadsAndApproves()
    {
        var id = (await world.AskedStartsAsync())[0].GetProperty("id").GetString()!;
        await using var tab = await Tab.OpenAsync(world, await world.TokenAsync(Role.Approver, "plain@example.com"), new() { JavaScriptEnabled = false });

        await Expect(tab.Page.Locator("#since")).ToBeVisibleAsync();
        await tab.GoAsync($"/approvals/{id}");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await Expect(tab.Page.Locator("#said")).ToBeVisibleAsync();
        Assert.Contains((await world.GetAsync($"/api/approvals/{id}")).GetProperty("state").GetString(), new[] { "approved", "executed" });
        await tab.ShotAsync("without-javascript");
    }

    [BrowserFact]
    public async Task Keys_OnTheQueue_MoveAndReachButtonsButDecideNothing()
    {
        await using var tab = await Tab.OpenAsync(world, await world.TokenAsync(Role.Approver, "keys@example.com"));
        await tab.GoAsync("/approvals");

        await tab.Page.Keyboard.PressAsync("j");
        await tab.Page.Keyboard.PressAsync("a");

        Assert.Equal("approve", await tab.Page.EvaluateAsync<string>("() => document.activeElement.dataset.key"));
        await tab.Page.Keyboard.PressAsync("r");
        Assert.Equal("reject", await tab.Page.EvaluateAsync<string>("() => document.activeElement.dataset.key"));
        Assert.Empty(tab.Faults);
    }
}
