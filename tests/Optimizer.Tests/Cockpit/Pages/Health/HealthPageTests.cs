using Optimizer.Cockpit.Pages.Health;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Workflows;

namespace Optimizer.Tests.Cockpit.Pages.Health;

public sealed class HealthPageTests
{
    [Fact]
    public async Task Health_AllIsWell_SaysSoInOneSentence()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var answer = await page.GetAsync("/health");
        Assert.Contains("The loop runs: 1 play", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/health/freeze\"", answer.Text, StringComparison.Ordinal);
        Assert.Equal("application/json", (await page.GetAsync("/health/ready")).Type);
    }

    [Fact]
    public async Task Health_RecordsFail_IsStuck()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        kit.RecordsFault = new IOException("no space left on /secret/place");
        var answer = await page.GetAsync("/health");
        Assert.Contains("The loop stands still: writing the records", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/secret/place", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Freeze_OperatorTurnsItOn_AdminOff_EachWithAReason()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var operating = await PageKit.OpenAsync(kit, Role.Operator);
        Assert.Contains("action=\"/health/freeze\"", (await operating.GetAsync("/health")).Text, StringComparison.Ordinal);
        Assert.Equal(422, (await operating.PostAsync("/health/freeze", ("why", " "))).Status);
        Assert.Equal(303, (await operating.PostAsync("/health/freeze", ("why", "<b>odd</b>"))).Status);
        var frozen = await operating.GetAsync("/health");
        Assert.Contains("&lt;b&gt;odd&lt;/b&gt;", frozen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/health/unfreeze\"", frozen.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await operating.PostAsync("/health/unfreeze", ("why", "over"))).Status);

        using var admin = await PageKit.OpenAsync(kit);
        await admin.GetAsync("/health");
        Assert.Equal(303, (await admin.PostAsync("/health/unfreeze", ("why", "over"))).Status);
        Assert.Equal("over", Assert.Single(await kit.Loop.EventsAsync<LoopUnfrozen>()).Event.Why);
    }

    [Fact]
    public async Task Resume_SuspendedPlay_GoesOn()
    {
        await using var kit = await ApiKit.OpenAsync();
        var id = LoopNames.PlayId("onboarding");
        await kit.Served.Client.SuspendAsync(id, "looking <i>into</i> it");
        using var page = await PageKit.OpenAsync(kit, Role.Operator);
        var answer = await page.GetAsync("/health");
        Assert.Contains("does not go on by itself", answer.Text, StringComparison.Ordinal);
        Assert.Contains("looking &lt;i&gt;into&lt;/i&gt; it", answer.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await page.PostAsync("/health/resume", ("id", id))).Status);
        Assert.Contains("The loop runs: 1 play", (await page.GetAsync("/health")).Text, StringComparison.Ordinal);
        Assert.Equal(409, (await page.PostAsync("/health/resume", ("id", id))).Status);
        Assert.Equal(404, (await page.PostAsync("/health/resume", ("id", "@nothing"))).Status);
        Assert.Equal(404, (await page.PostAsync("/health/wake", ("play", "../x"))).Status);
        Assert.Equal(303, (await page.PostAsync("/health/wake", ("play", "onboarding"))).Status);
        Assert.Equal(["resume.instance"], (await kit.Loop.EventsAsync<OrderGiven>("-")).Select(order => order.Event.Order));
    }

    [Fact]
    public async Task Forms_WithoutTheTokenOfTheSession_DoNothing()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit);
        await page.GetAsync("/health");
        using var other = await PageKit.OpenAsync(kit, Role.Admin, await kit.TokenAsync(Role.Admin, "ben@example.com"));
        foreach (var path in new[] { "/health/freeze", "/health/resume", "/policy/apply", "/policy/try", "/settings/tokens", "/settings/delegations", "/ledger/verify" })
        {
            Assert.Equal(403, (await other.PostAsync(path, ("why", "x"), ("_token", "made up"))).Status);
        }

        Assert.Null(await kit.Served.Freeze.ReadAsync(default));
    }

    [Theory]
    [InlineData(30, "less than a minute")]
    [InlineData(120, "2 min")]
    [InlineData(3 * 3600, "3 h")]
    [InlineData(3 * 86400, "3 days")]
    public void Span_Seconds_AreSaidAsPeopleDo(int seconds, string said) => Assert.Equal(said, HealthReader.Span(TimeSpan.FromSeconds(seconds)));
}
