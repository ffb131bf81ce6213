using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;

namespace Optimizer.Tests.Cockpit.Sessions;

public sealed class SessionTests
{
    [Fact]
    public async Task Page_ForAStranger_LeadsToTheSignInAndBack()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, null);

        var answer = await page.GetAsync("/approvals?from=25");

        Assert.Equal((302, "/login?to=%2Fapprovals%3Ffrom%3D25"), (answer.Status, answer.Headers["Location"]));
        Assert.Contains("value=\"/approvals?from=25\"", (await page.GetAsync(answer.Headers["Location"])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithAToken_GivesACookieThatHoldsNoneOfIt()
    {
        await using var kit = await ApiKit.OpenAsync();
        var token = await kit.TokenAsync(Role.Viewer);
        using var page = await PageKit.OpenAsync(kit, null);

        var answer = await page.PostAsync("/login", ("token", token), ("to", "/activity"));

        Assert.Equal((303, "/activity"), (answer.Status, answer.Headers["Location"]));
        Assert.Contains("httponly", answer.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", answer.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(token[^64..], page.Cookies, StringComparison.Ordinal);
        Assert.Equal(200, (await page.GetAsync("/activity")).Status);
    }

    [Theory]
    [InlineData("//evil.example.com")]
    [InlineData("/\\evil.example.com")]
    [InlineData("https://evil.example.com/")]
    [InlineData("/logout")]
    public async Task SignIn_ToAnotherPlace_GoesToTheStartPage(string to)
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, null);
        Assert.Equal("/", (await page.PostAsync("/login", ("token", await kit.TokenAsync(Role.Viewer)), ("to", to))).Headers["Location"]);
    }

    [Fact]
    public async Task SignIn_WithWrongTokens_IsRefusedAndThenThrottled()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, null);
        var wrong = $"opt_000000000000_{new string('0', 64)}";

        Assert.Equal(401, (await page.PostAsync("/login", ("token", wrong))).Status);
        Assert.Equal(401, (await page.PostAsync("/login", ("token", "<script>"))).Status);
        for (var i = 0; i < 28; i++)
        {
            _ = await page.PostAsync("/login", ("token", wrong));
        }

        Assert.Equal(429, (await page.PostAsync("/login", ("token", wrong))).Status);

        // Nobody with a token is held up by others who guess.
        Assert.Equal(303, (await page.PostAsync("/login", ("token", await kit.TokenAsync(Role.Viewer)))).Status);
    }

    [Fact]
    public async Task Session_OfARevokedToken_EndsAtOnce()
    {
        await using var kit = await ApiKit.OpenAsync();
        var token = await kit.TokenAsync(Role.Viewer);
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        Assert.Equal(200, (await page.GetAsync("/activity")).Status);

        await kit.Served.Tokens.ChangeAsync(token.Split('_')[1], found => found with { RevokedAt = kit.Loop.Clock.GetUtcNow() }, default);

        Assert.Equal(302, (await page.GetAsync("/activity")).Status);
    }

    [Fact]
    public async Task Session_AfterHalfADayUnused_HasEnded()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        await kit.Loop.RunAsync(0.51);
        Assert.Equal(302, (await page.GetAsync("/activity")).Status);
    }

    [Fact]
    public async Task Session_WithAnotherSignature_IsNone()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var parts = page.Cookies.Split('=', 2)[1].Split(';')[0].Split('.');

        foreach (var forged in new[] { $"{parts[0]}.{new string('A', parts[1].Length)}", parts[0], $"{parts[0]}x.{parts[1]}", "..", new string('a', 5_000) })
        {
            using var stranger = await PageKit.OpenAsync(kit, null);
            Assert.Equal(302, (await stranger.GetAsync("/activity", ("Cookie", $"optimizer={forged}"))).Status);
        }
    }

    [Fact]
    public async Task Cookie_OnTheApi_SaysNothing()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit);
        Assert.Equal(401, (await page.GetAsync("/api/plays")).Status);
        Assert.Equal(401, (await page.GetAsync("/api/audit")).Status);
    }

    [Fact]
    public async Task Form_NotOfTheSession_DoesNothing()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit);
        using var other = await PageKit.OpenAsync(kit, Role.Operator);

        Assert.Equal(403, (await page.PostAsync("/logout", ("_token", "x"))).Status);
        Assert.Equal(200, (await page.GetAsync("/activity")).Status);
        Assert.Equal(303, (await page.PostAsync("/logout")).Status);
        Assert.Equal(302, (await page.GetAsync("/activity")).Status);
        Assert.Equal(200, (await other.GetAsync("/activity")).Status);
    }

    [Fact]
    public async Task Forms_OfEveryPage_AreRefusedWithoutTheirToken()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit);
        var forms = kit.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true).Select(route => route.RoutePattern.RawText!)
            .Where(path => !path.StartsWith("/api/", StringComparison.Ordinal) && path is not ("/login" or "/a/{token}")).ToList();
        Assert.Contains("/logout", forms);
        foreach (var path in forms)
        {
            // With two tokens, one of them right, it is not what a page of ours sends.
            var answer = await page.PostAsync(path.Replace("{id}", "x", StringComparison.Ordinal).Replace("{slug}", "x", StringComparison.Ordinal), ("_token", "x"));
            Assert.True(answer.Status == 403, $"{path}: {answer.Status}");
        }
    }
}
