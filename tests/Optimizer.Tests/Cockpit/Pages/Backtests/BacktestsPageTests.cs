using Optimizer.Cockpit.Pages.Backtests;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Scenes;

namespace Optimizer.Tests.Cockpit.Pages.Backtests;

public sealed class BacktestsPageTests
{
    [Fact]
    public async Task Backtests_NoPlayOnlyWatches_SaysSoAndHowToRunOne()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var answer = await page.GetAsync("/backtests");
        Assert.Contains("optimizer backtest --play", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Agreement", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backtests_PlayInShadow_ShowsWhatItWouldHaveDoneWithItsRecord()
    {
        await using var kit = await ApiKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0), Policy = "version: 1\n" });
        await kit.Loop.RunAsync(4);
        Assert.NotEmpty(await kit.Loop.EventsAsync<WouldHave>("onboarding"));
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var answer = await page.GetAsync("/backtests");
        Assert.Contains("shadow: tells nobody", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Would have tried", answer.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/activity/", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"move":"gain","text":"Save 2 hours"}""", "\"Save 2 hours\"", true)]
    [InlineData("\"a\"", "\"b\"", false)]
    [InlineData(null, "\"b\"", null)]
    [InlineData("\"a\"", null, null)]
    public void IsDone_WantedAndLive_IsKnownOnlyOfBoth(string? wanted, string? live, bool? isDone) =>
        Assert.Equal(isDone, new WouldLine(LoopKit.Monday, 1, "words", "headline", wanted, live, 7).IsDone);
}
