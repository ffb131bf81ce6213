using System.Text.RegularExpressions;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;

namespace Optimizer.Tests.Cockpit.Pages.Settings;

public sealed partial class SettingsPageTests
{
    [Fact]
    public async Task Tokens_Made_AreToldOnceOnTheAnswerAlone()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit);
        await page.GetAsync("/settings");
        var made = await page.PostAsync("/settings/tokens", ("name", "<b>ben</b>@example.com"), ("role", "Viewer"), ("seat", "Owner"), ("days", "7"));
        Assert.Equal(201, made.Status);
        var text = IsToken().Match(made.Text).Value;
        Assert.NotEmpty(text);
        Assert.Equal("no-store", made.Headers["Cache-Control"]);
        Assert.DoesNotContain("<b>ben", made.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, string.Join('\n', made.Headers.Values), StringComparison.Ordinal);
        Assert.DoesNotMatch(IsToken(), (await page.GetAsync("/settings")).Text);
        Assert.All(await kit.Loop.TrailAsync(), record => Assert.DoesNotContain(text, record.Text, StringComparison.Ordinal));

        using var ben = await PageKit.OpenAsync(kit, Role.Viewer, text);
        Assert.Contains("&lt;b&gt;ben&lt;/b&gt;@example.com", (await ben.GetAsync("/settings")).Text, StringComparison.Ordinal);
        var id = Assert.Single(await kit.Loop.EventsAsync<TokenIssued>()).Event.Token;
        await page.GetAsync("/settings");
        Assert.Equal(201, (await page.PostAsync("/settings/tokens/rotate", ("id", id), ("hours", "0"))).Status);
        Assert.Equal(303, (await page.PostAsync("/settings/tokens/revoke", ("id", id))).Status);
        Assert.Equal(302, (await ben.GetAsync("/settings")).Status);
    }

    [Fact]
    public async Task Tokens_OfNonsense_AreNotMade()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit);
        await page.GetAsync("/settings");
        foreach (var (field, value) in new[] { ("name", ""), ("role", "7"), ("role", "god"), ("seat", "Owner,Ceo"), ("days", "0"), ("days", "-3") })
        {
            var fields = new Dictionary<string, string> { ["name"] = "ben@example.com", ["role"] = "Viewer", ["seat"] = "Owner", ["days"] = "", [field] = value };
            Assert.Equal((field, 422), (field, (await page.PostAsync("/settings/tokens", [.. fields.Select(pair => (pair.Key, pair.Value))])).Status));
        }

        Assert.Empty(await kit.Loop.EventsAsync<TokenIssued>());
    }

    [Fact]
    public async Task Settings_OfALowerRole_ShowNoTokensAndTakeNone()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Operator);
        var answer = await page.GetAsync("/settings");
        Assert.Contains("You are operator@example.com", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("People and tokens", answer.Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/settings/tokens", "/settings/tokens/rotate", "/settings/tokens/revoke" })
        {
            Assert.Equal(403, (await page.PostAsync(path, ("name", "x"), ("id", "x"), ("role", "Viewer"), ("seat", "Owner"))).Status);
        }
    }

    [Fact]
    public async Task Delegations_MadeAndEnded_ByTheirOwner()
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.TokenAsync(Role.Approver, "ben@example.com");
        using var page = await PageKit.OpenAsync(kit, Role.Approver);
        await page.GetAsync("/settings");
        Assert.Equal(422, (await page.PostAsync("/settings/delegations", ("to", "nobody@example.com"), ("until", "2026-01-09"))).Status);
        Assert.Equal(422, (await page.PostAsync("/settings/delegations", ("to", "ben@example.com"), ("until", "soon"))).Status);
        Assert.Equal(303, (await page.PostAsync("/settings/delegations", ("to", "ben@example.com"), ("until", "2026-01-09"))).Status);
        Assert.Contains("<b>ben@example.com</b> for <b>approver@example.com</b>", (await page.GetAsync("/settings")).Text, StringComparison.Ordinal);
        var made = Assert.Single(await kit.Loop.EventsAsync<DelegationMade>()).Event.Delegation;

        using var other = await PageKit.OpenAsync(kit, Role.Approver, await kit.TokenAsync(Role.Approver, "cleo@example.com"));
        await other.GetAsync("/settings");
        Assert.Equal(403, (await other.PostAsync("/settings/delegations/end", ("id", made.Id))).Status);
        Assert.Equal(303, (await page.PostAsync("/settings/delegations/end", ("id", made.Id))).Status);
        Assert.Contains("Nobody answers for anybody", (await page.GetAsync("/settings")).Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("opt_[A-Za-z0-9_\\-.]{20,}")]
    private static partial Regex IsToken();
}
