using System.Net;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Reports;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Scenes;

namespace Optimizer.Tests.Cockpit.Pages;

public sealed class ExperimentPagesTests
{
    private const string Evil = "<script>alert(1)</script> =HYPERLINK(\"http://evil.example\")";

    [Fact]
    public async Task Experiment_Live_ShowsTheFiguresOfTheApiAndEveryLook()
    {
        await using var kit = await ApiKit.OpenAsync(new() { Change = world => world with { Kpis = Fixtures.Drop } });
        await kit.Loop.RunAsync(5);
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var text = Shown(await page.GetAsync("/experiments/onboarding-1"));
        var card = (await kit.GetAsync("/api/experiments/onboarding-1")).Json;
        var look = card.GetProperty("now").GetProperty("lastLook");
        Assert.Contains($"surely {Units.Range(look.GetProperty("lowest").GetDouble(), look.GetProperty("highest").GetDouble())}", text, StringComparison.Ordinal);
        Assert.Contains(Units.Change(look.GetProperty("gain").GetDouble()), text, StringComparison.Ordinal);
        foreach (var each in card.GetProperty("looks").EnumerateArray())
        {
            Assert.Contains($"/decisions/{each.GetProperty("id").GetString()}\"", text, StringComparison.Ordinal);
        }

        foreach (var rule in card.GetProperty("now").GetProperty("stopRules").EnumerateArray())
        {
            Assert.Contains(rule.GetProperty("text").GetString()!, text, StringComparison.Ordinal);
        }

        foreach (var part in new[] { "data-chart=\"gain-0\"", "data-chart=\"evidence-0\"", "Plan, written before the first exposure", "What was changed outside", "The shares were the same on every day." })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("/experiments/onboarding-1/stop", text, StringComparison.Ordinal);
        var list = Shown(await page.GetAsync("/experiments"));
        Assert.Contains("1 is live", list, StringComparison.Ordinal);
        Assert.Contains($"surely {Units.Range(look.GetProperty("lowest").GetDouble(), look.GetProperty("highest").GetDouble())}", list, StringComparison.Ordinal);
        Assert.Contains("No experiment is like that", Shown(await page.GetAsync("/experiments?play=other")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_ByAnOperatorWithAReason_RestoresControlOnce()
    {
        await using var kit = await ApiKit.OpenAsync(new() { Change = world => world with { Kpis = Fixtures.Drop } });
        await kit.Loop.RunAsync(3);
        using var viewer = await PageKit.OpenAsync(kit, Role.Approver);
        Assert.Equal(403, (await viewer.PostAsync("/experiments/onboarding-1/stop", ("why", "wrong price"))).Status);
        using var page = await PageKit.OpenAsync(kit, Role.Operator);
        Assert.Contains("Policy says: allowed", Shown(await page.GetAsync("/experiments/onboarding-1")), StringComparison.Ordinal);
        Assert.Equal(422, (await page.PostAsync("/experiments/onboarding-1/stop")).Status);
        Assert.Equal(403, (await page.PostAsync("/experiments/onboarding-1/stop", ("why", "x"), ("_token", "forged"))).Status);
        Assert.Equal(404, (await page.PostAsync("/experiments/nobody-1/stop", ("why", "x"))).Status);
        Assert.Empty(await kit.Loop.EventsAsync<OrderGiven>());

        var stopped = await page.PostAsync("/experiments/onboarding-1/stop", ("why", "wrong price"));
        Assert.Equal((303, "/experiments/onboarding-1"), (stopped.Status, stopped.Headers["Location"]));
        var text = Shown(await page.GetAsync("/experiments/onboarding-1"));
        Assert.Contains("Stopped. Control is restored, and the play goes on.", text, StringComparison.Ordinal);
        Assert.Contains("Stopped by operator@example.com: wrong price", text, StringComparison.Ordinal);
        Assert.Equal(409, (await page.PostAsync("/experiments/onboarding-1/stop", ("why", "again"))).Status);

        var order = Assert.Single(await kit.Loop.EventsAsync<OrderGiven>()).Event;
        Assert.Equal(("experiment.stop", "wrong price"), (order.Order, order.Detail));
        Assert.Equal(DecisionKind.Iterate, Assert.Single(await kit.Loop.EventsAsync<ExperimentEnded>()).Event.End);
        Assert.DoesNotContain("\"id\":\"onboarding-1\"", (await kit.GetAsync("/api/plays/onboarding")).Text, StringComparison.Ordinal);

        Assert.Contains("onboarding-1", Shown(await page.GetAsync("/experiments?end=iterate")), StringComparison.Ordinal);
        Assert.DoesNotContain("/experiments/onboarding-1", Shown(await page.GetAsync("/experiments?end=revert")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/plays")]
    [InlineData("/plays/onboarding")]
    [InlineData("/experiments")]
    [InlineData("/experiments/onboarding-1")]
    public async Task Page_TextOfOthers_IsShownAsText(string path)
    {
        var strategist = new ScriptedStrategist(answer => answer with { Hypotheses = [.. answer.Hypotheses.Select(each => each with { Change = Evil, Rationale = Evil })] });
        await using var kit = await ApiKit.OpenAsync(new()
        {
            Change = Fixtures.Market(Fixtures.Drop, 0, strategist),
            Plays = [PlayText.Of("onboarding").Replace("name: Play onboarding", $"name: '{Evil}'", StringComparison.Ordinal)],
        });
        await kit.Loop.RunAsync(2.5);
        using var page = await PageKit.OpenAsync(kit);
        var answer = await page.GetAsync(path);
        Assert.DoesNotContain("<script>alert", answer.Text, StringComparison.Ordinal);
        Assert.Contains(Evil, Shown(answer), StringComparison.Ordinal);
    }

    private static string Shown(ApiAnswer answer)
    {
        Assert.Equal((200, "text/html"), (answer.Status, answer.Type));
        return WebUtility.HtmlDecode(answer.Text);
    }
}
