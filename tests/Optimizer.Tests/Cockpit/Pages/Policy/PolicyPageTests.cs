using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Scenes;

namespace Optimizer.Tests.Cockpit.Pages.Policy;

public sealed class PolicyPageTests
{
    private static readonly string Tighter = PolicyText.With("play.max_starts: 1");
    private static readonly string Wider = PolicyText.With("play.max_starts: 5", "site.max_active: 9");

    [Fact]
    public async Task Policy_OfAPlay_NamesScopeAndLineOfEachValue()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var answer = await page.GetAsync("/policy?play=onboarding");
        Assert.Equal(200, answer.Status);
        Assert.Contains("<a href=\"#L3\">policy.yaml:3</a>", answer.Text, StringComparison.Ordinal);
        Assert.Contains("autonomy.start: full", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("formaction=\"/policy/apply\"", answer.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await page.GetAsync("/policy?play=nobody")).Status);
        Assert.Equal(404, (await page.GetAsync("/policy?play=../policy")).Status);
    }

    [Fact]
    public async Task Try_ChangedPolicy_SaysWhatItWouldHaveDoneAndChangesNothing()
    {
        await using var kit = await ApiKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0) });
        await kit.Loop.RunAsync(4);
        Assert.NotEmpty(await kit.Loop.EventsAsync<RulingGiven>());
        var before = (await kit.Loop.TrailAsync()).Count;
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        await page.GetAsync("/policy");
        var answer = await page.PostAsync("/policy/try", ("text", PolicyText.With("play.max_starts: 0")));
        Assert.True(answer.Status == 200, answer.Text);
        Assert.Contains("In the last 30 days it would have stopped", answer.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/activity/", answer.Text, StringComparison.Ordinal);
        Assert.Equal(PolicyText.Full, (await kit.SendAsync("GET", "/api/policy", headers: ("Accept", "application/yaml"))).Text);
        Assert.Equal(before, (await kit.Loop.TrailAsync()).Count);
    }

    [Fact]
    public async Task Try_BadYaml_NamesLineFieldAndWhatWouldBeRight_AndKeepsTheText()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit);
        await page.GetAsync("/policy");
        var answer = await page.PostAsync("/policy/apply", ("text", PolicyText.With("play.max_active: <script>alert(1)</script>")), ("seen", "x"));
        Assert.Equal(422, answer.Status);
        Assert.Contains("<b>line 6</b>", answer.Text, StringComparison.Ordinal);
        Assert.Contains("a whole number from 0 to 1", answer.Text, StringComparison.Ordinal);
        Assert.Contains("play.max_active: &lt;script&gt;alert(1)&lt;/script&gt;", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await kit.Loop.EventsAsync<OrderGiven>("-"));
    }

    [Fact]
    public async Task Apply_Tighter_IsInForce_OverAPageThatIsOld_IsRefused()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit);
        await page.GetAsync("/policy");
        var seen = await SeenAsync(kit);
        Assert.Equal(303, (await page.PostAsync("/policy/apply", ("text", Tighter), ("seen", seen))).Status);
        Assert.Equal(Tighter + "\n", (await kit.SendAsync("GET", "/api/policy", headers: ("Accept", "application/yaml"))).Text);

        var late = await page.PostAsync("/policy/apply", ("text", Wider), ("seen", seen));
        Assert.Equal(412, late.Status);
        Assert.Contains("site.max_active: 9", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "S3-004")]
    public async Task Apply_Wider_WaitsForAnotherAdmin()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var first = await PageKit.OpenAsync(kit);
        await first.GetAsync("/policy");
        var seen = await SeenAsync(kit);
        await first.PostAsync("/policy/apply", ("text", Wider), ("seen", seen));
        var own = await first.GetAsync("/policy");
        Assert.Contains("admin@example.com proposed another policy", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/policy/confirm", own.Text, StringComparison.Ordinal);
        var hash = Assert.Single(await kit.Loop.EventsAsync<OrderGiven>("-")).Event.Detail;
        await first.PostAsync("/policy/confirm", ("hash", hash), ("seen", seen));
        Assert.Equal(seen, await SeenAsync(kit));

        using var second = await PageKit.OpenAsync(kit, Role.Admin, await kit.TokenAsync(Role.Admin, "ben@example.com"));
        Assert.Contains("/policy/confirm", (await second.GetAsync("/policy")).Text, StringComparison.Ordinal);
        Assert.Equal(303, (await second.PostAsync("/policy/confirm", ("hash", hash), ("seen", seen))).Status);
        Assert.Equal(hash, await SeenAsync(kit));
        Assert.Equal(404, (await second.PostAsync("/policy/confirm", ("hash", "none"), ("seen", hash))).Status);
    }

    [Fact]
    public async Task Forms_OfALowerRole_AreRefused()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Operator);
        await page.GetAsync("/policy");
        foreach (var path in new[] { "/policy/apply", "/policy/confirm" })
        {
            Assert.Equal(403, (await page.PostAsync(path, ("text", Tighter), ("seen", await SeenAsync(kit)))).Status);
        }
    }

    private static async Task<string> SeenAsync(ApiKit kit) => (await kit.GetAsync("/api/policy")).Headers["ETag"].Trim('"');
}
