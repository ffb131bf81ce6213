using System.Net;
using Optimizer.Cockpit.Pages.Plays;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Reports;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Scenes;

namespace Optimizer.Tests.Cockpit.Pages;

public sealed class PlayPagesTests
{
    [Fact]
    public async Task Plays_OfSeveralStages_ThoseThatNeedAPersonFirstWithTheFiguresOfTheApi()
    {
        await using var kit = await ApiKit.OpenAsync(new()
        {
            Change = Fixtures.Market(Fixtures.Drop, 0, ScriptedStrategist.Rating(RiskLevel.High, "asks")),
            Plays = [PlayText.Of("still"), PlayText.Of("live"), PlayText.Of("asks")],
        });
        await kit.Loop.RunAsync(2.5);
        Assert.Equal(200, (await kit.SendAsync("POST", "/api/plays/still/pause", body: """{"why":"holiday"}""")).Status);
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);

        var text = Shown(await page.GetAsync("/plays"));
        Assert.Contains("3 plays; 1 needs a person, first in the list.", text, StringComparison.Ordinal);
        Assert.Equal(["asks", "live", "still"], Rows(text));
        foreach (var part in new[] { "Waiting for a person", "/approvals/asks-q1", "day 2 of 14", "/experiments/live-1", "/decisions/live-1.2", "Paused", "1 of 4" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        var stand = (await kit.GetAsync("/api/plays/asks")).Json.GetProperty("kpis")[0];
        Assert.Contains(Units.Show(stand.GetProperty("recent").GetDouble(), "fraction"), text, StringComparison.Ordinal);
        Assert.Contains(Units.Change(stand.GetProperty("change").GetDouble()), text, StringComparison.Ordinal);

        Assert.Equal(["still"], Rows(Shown(await page.GetAsync("/plays?stage=paused"))));
        Assert.Equal(["asks"], Rows(Shown(await page.GetAsync("/plays?q=PLAY+ASK"))));
        Assert.Equal(["asks", "live", "still"], Rows(Shown(await page.GetAsync("/plays?stage=sleeping&autonomy=full&skip=x"))));
        Assert.Contains("Show all 3", Shown(await page.GetAsync("/plays?autonomy=shadow")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plays_MoreThanAPage_AreAllShownOnce()
    {
        string[] slugs = [.. Enumerable.Range(1, PlaysReader.PerPage + 3).Select(number => $"play-number-{number}")];
        await using var kit = await ApiKit.OpenAsync(new() { Plays = [.. slugs.Select(slug => PlayText.Of(slug))] });
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var first = Shown(await page.GetAsync("/plays"));
        Assert.Contains("href=\"/plays?skip=50\"", first, StringComparison.Ordinal);
        var rest = Rows(Shown(await page.GetAsync("/plays?skip=50"))).ToList();
        Assert.Equal(slugs.Order(StringComparer.Ordinal), Rows(first).Concat(rest).Order(StringComparer.Ordinal));
        Assert.Equal(3, rest.Count);
    }

    [Fact]
    public async Task Play_LiveExperiment_SaysWhereItStandsAsTheApiDoes()
    {
        await using var kit = await ApiKit.OpenAsync(new() { Change = world => world with { Kpis = Fixtures.Drop } });
        await kit.Loop.RunAsync(4);
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var text = Shown(await page.GetAsync("/plays/onboarding"));
        var play = (await kit.GetAsync("/api/plays/onboarding")).Json;
        var active = play.GetProperty("activeExperiment");
        Assert.Contains($"Experimenting: day {active.GetProperty("day").GetInt32()} of 14, adopting needs odds of 10, now ", text, StringComparison.Ordinal);
        Assert.Contains($"/decisions/{play.GetProperty("lastDecision").GetProperty("id").GetString()}", text, StringComparison.Ordinal);
        Assert.Contains(Units.Change(active.GetProperty("lastLook").GetProperty("gain").GetDouble()), text, StringComparison.Ordinal);
        foreach (var rule in active.GetProperty("stopRules").EnumerateArray())
        {
            Assert.Contains(rule.GetProperty("text").GetString()!, text, StringComparison.Ordinal);
        }

        foreach (var cap in play.GetProperty("capsLeft").EnumerateArray())
        {
            Assert.Contains($"{cap.GetProperty("used").GetInt32()} of {cap.GetProperty("most").GetInt32()} {cap.GetProperty("window").GetString()}", text, StringComparison.Ordinal);
        }

        foreach (var part in new[] { "data-chart=\"plot-goal_rate\"", "Autonomy: full", play.GetProperty("definition").GetProperty("hash").GetString()!, "/policy?play=onboarding", "play onboarding" })
        {
            Assert.Contains(part, text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("/plays/onboarding/stop", text, StringComparison.Ordinal);
        var decisions = Shown(await page.GetAsync("/plays/onboarding?kind=experiments"));
        Assert.Contains("The experiment on ", decisions, StringComparison.Ordinal);
        Assert.DoesNotContain("The play Play onboarding was enrolled", decisions, StringComparison.Ordinal);
        Assert.Contains("The play Play onboarding was enrolled", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Play_Orders_AreGivenByOperatorsWithAReasonAndRefusedToOthers()
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.Loop.RunAsync(0.1);
        using var viewer = await PageKit.OpenAsync(kit, Role.Viewer);
        Assert.Equal(403, (await viewer.PostAsync("/plays/onboarding/pause", ("why", "holiday"))).Status);
        using var page = await PageKit.OpenAsync(kit, Role.Operator);
        Assert.Contains("/plays/onboarding/pause", Shown(await page.GetAsync("/plays/onboarding")), StringComparison.Ordinal);
        Assert.Equal(422, (await page.PostAsync("/plays/onboarding/pause", ("why", "  "))).Status);
        Assert.Equal(403, (await page.PostAsync("/plays/onboarding/pause", ("why", "x"), ("_token", "forged"))).Status);
        Assert.Equal(404, (await page.PostAsync("/plays/nobody/tick")).Status);
        Assert.Empty(await kit.Loop.EventsAsync<OrderGiven>());

        var paused = await page.PostAsync("/plays/onboarding/pause", ("why", "holiday"));
        Assert.Equal((303, "/plays/onboarding"), (paused.Status, paused.Headers["Location"]));
        var text = Shown(await page.GetAsync("/plays/onboarding"));
        Assert.Contains("Paused. It reads its KPIs", text, StringComparison.Ordinal);
        Assert.Contains("Optimisation stands still (operator): holiday", text, StringComparison.Ordinal);
        Assert.Equal(303, (await page.PostAsync("/plays/onboarding/resume")).Status);
        Assert.Equal(303, (await page.PostAsync("/plays/onboarding/tick")).Status);
        Assert.Equal(303, (await page.PostAsync("/plays/onboarding/stop", ("why", "over"))).Status);
        Assert.Equal(409, (await page.PostAsync("/plays/onboarding/tick")).Status);
        Assert.DoesNotContain("/plays/onboarding/tick", Shown(await page.GetAsync("/plays/onboarding")), StringComparison.Ordinal);
        Assert.Equal(
            [("pause", "holiday"), ("resume", "on its page"), ("tick", "on its page"), ("stop", "over")],
            (await kit.Loop.EventsAsync<OrderGiven>()).Select(order => (order.Event.Order, order.Event.Detail)));
    }

    [Theory]
    [InlineData("/plays/nobody")]
    [InlineData("/plays/policy")]
    [InlineData("/plays/%3Cscript%3E")]
    [InlineData("/experiments/nobody-1")]
    [InlineData("/experiments/..%2F..%2Fetc")]
    public async Task Page_OfNothing_SaysSoInWords(string path)
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var answer = await page.GetAsync(path);
        Assert.Equal((404, "text/html"), (answer.Status, answer.Type));
        Assert.DoesNotContain("<script>", answer.Text, StringComparison.Ordinal);
    }

    private static string Shown(ApiAnswer answer)
    {
        Assert.Equal((200, "text/html"), (answer.Status, answer.Type));
        return WebUtility.HtmlDecode(answer.Text);
    }

    private static IEnumerable<string> Rows(string text) => text.Split("id=\"play-").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]);
}
