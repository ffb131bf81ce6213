using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;

namespace Optimizer.Tests.Cockpit.Pages;

public sealed class CommandCenterTests
{
    [Fact]
    [Trait("Req", "S1-134")]
    [Trait("Req", "S1-033")]
    public async Task Page_WhenNothingIsWrong_SaysSoAndByWhichRule()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var answer = await page.GetAsync("/");
        Assert.Equal(200, answer.Status);
        Assert.Contains("All fine", answer.Text, StringComparison.Ordinal);
        Assert.Contains("no play is stuck", answer.Text, StringComparison.Ordinal);
        Assert.Contains("viewer@example.com", answer.Text, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WhenFrozen_SaysSoOnEveryPage()
    {
        await using var kit = await ApiKit.OpenAsync();
        Assert.Equal(200, (await kit.SendAsync("POST", "/api/freeze", body: """{"why":"<i>site</i> is down"}""")).Status);
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var text = (await page.GetAsync("/")).Text;
        Assert.Contains("Look here", text, StringComparison.Ordinal);
        Assert.Contains("Everything is frozen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>site", text, StringComparison.Ordinal);
        Assert.Contains("Everything is frozen", (await page.GetAsync("/activity")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "S1-026")]
    public async Task Since_CountsFromTheLastVisitOfThePersonNotOfTheBrowser()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var phone = await PageKit.OpenAsync(kit, Role.Viewer);
        Assert.Contains("You have not been here before", (await phone.GetAsync("/")).Text, StringComparison.Ordinal);
        var before = kit.Loop.Clock.GetUtcNow();

        await kit.Loop.RunAsync(0.25);
        using var laptop = await PageKit.OpenAsync(kit, Role.Viewer);
        var text = (await laptop.GetAsync("/")).Text;

        Assert.DoesNotContain("You have not been here before", text, StringComparison.Ordinal);
        Assert.Contains(before.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AskedForWithItsTag_IsNotSentAgain()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var first = await page.GetAsync("/activity");
        Assert.Equal(304, (await page.GetAsync("/activity", ("If-None-Match", first.Headers["ETag"]))).Status);
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/activity/0")]
    [InlineData("/activity/999999")]
    [InlineData("/activity/-1")]
    [InlineData("/activity/x")]
    [InlineData("/decisions/onboarding-1.99")]
    [InlineData("/decisions/%3Cscript%3E")]
    [InlineData("/assets/x/cockpit.css")]
    [InlineData("/assets/../cockpit.css")]
    public async Task Unknown_IsAPageThatSaysSo(string path)
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var answer = await page.GetAsync(path);
        Assert.Equal((404, "text/html"), (answer.Status, answer.Type));
        Assert.DoesNotContain("<script>", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_AreKeptForGoodUnderTheirHash()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var text = (await page.GetAsync("/")).Text;
        var path = text[text.IndexOf("/assets/", StringComparison.Ordinal)..].Split('"')[0];
        var file = await page.GetAsync(path);
        Assert.Equal(200, file.Status);
        Assert.Contains("immutable", file.Headers["Cache-Control"], StringComparison.Ordinal);
    }
}
