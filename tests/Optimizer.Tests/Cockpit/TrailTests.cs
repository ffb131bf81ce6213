using Optimizer.Domain.Audit;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Scenes;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Tests.Cockpit;

public sealed class TrailTests
{
    [Fact]
    public async Task Audit_ByPages_IsTheWholeTrailInItsOrder()
    {
        await using var kit = await RunAsync(3);
        var all = await kit.Loop.TrailAsync();
        Assert.Equal(all.Select(record => record.Hash), await kit.PagesAsync("/api/audit?limit=4", item => item.GetProperty("hash").GetString()!));
        Assert.Equal(
            (await kit.Loop.TrailAsync("onboarding")).Select(record => record.Hash),
            await kit.PagesAsync("/api/plays/onboarding/history?limit=7", item => item.GetProperty("hash").GetString()!));
    }

    [Fact]
    public async Task Audit_Filtered_GivesOnlyWhatHolds()
    {
        await using var kit = await RunAsync(10);
        Assert.All(await kit.PagesAsync("/api/audit?kind=decision.made,kpi.read", item => item.GetProperty("kind").GetString()), kind => Assert.Contains(kind, new[] { "decision.made", "kpi.read" }));
        Assert.All(await kit.PagesAsync("/api/audit?experiment=onboarding-1", item => item.GetProperty("experiment").GetString()), id => Assert.Equal("onboarding-1", id));
        var since = kit.Loop.Clock.GetUtcNow().AddDays(-2);
        var late = await kit.PagesAsync($"/api/audit?since={since:yyyy-MM-ddTHH:mm:ssZ}", item => item.GetProperty("at").GetDateTimeOffset());
        Assert.NotEmpty(late);
        Assert.All(late, at => Assert.True(at >= since));
    }

    [Fact]
    public async Task Audit_AsLines_CanBeVerified()
    {
        await using var kit = await RunAsync(3);
        var answer = await kit.SendAsync("GET", "/api/audit", headers: ("Accept", "application/jsonl"));
        Assert.Equal("application/jsonl", answer.Type);
        var links = answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Assert.IsType<ChainLink>(TrailLines.Read(line))).ToList();
        Assert.Equal((await kit.Loop.TrailAsync()).Select(record => record.Hash), links.Select(link => link.Hash));
    }

    [Theory]
    [InlineData("/api/audit?limit=0")]
    [InlineData("/api/audit?limit=201")]
    [InlineData("/api/audit?limit=ten")]
    [InlineData("/api/audit?cursor=abc")]
    [InlineData("/api/audit?cursor=%00")]
    [InlineData("/api/audit?cursor=cGxheXM6MQ")]
    [InlineData("/api/audit?cursor=YXVkaXQ6LTE")]
    [InlineData("/api/audit?kind=nothing.done")]
    [InlineData("/api/audit?since=yesterday")]
    public async Task Audit_BadQuery_IsRefused(string path)
    {
        await using var kit = await ApiKit.OpenAsync();
        var answer = await kit.GetAsync(path);
        Assert.Equal((400, "malformed"), (answer.Status, answer.Code));
    }

    [Fact]
    [Trait("Req", "S0-040")]
    public async Task Decision_Replayed_IsTheSame()
    {
        await using var kit = await RunAsync(10);
        var answer = await kit.GetAsync("/api/decisions/onboarding-1.3?replay=true");
        Assert.Equal(200, answer.Status);
        Assert.True(answer.Json.GetProperty("replay").GetProperty("isSame").GetBoolean());
        Assert.NotEmpty(answer.Json.GetProperty("reasons").EnumerateArray());
        Assert.Equal("onboarding-1", answer.Json.GetProperty("record").GetProperty("experiment").GetString());
        foreach (var id in new[] { "onboarding-1.99", "nothing", ".1", "onboarding-1." })
        {
            Assert.Equal("not_found", (await kit.GetAsync($"/api/decisions/{id}")).Code);
        }
    }

    [Fact]
    public async Task Experiments_ListAndOne_SayHowTheyStand()
    {
        await using var kit = await RunAsync(4);
        var line = Assert.Single((await kit.GetAsync("/api/experiments?play=onboarding")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal("onboarding-1", line.GetProperty("id").GetString());
        var one = (await kit.GetAsync("/api/experiments/onboarding-1")).Json;
        Assert.NotEmpty(one.GetProperty("looks").EnumerateArray());
        Assert.NotEmpty(one.GetProperty("now").GetProperty("stopRules").EnumerateArray());
        Assert.Equal("not_found", (await kit.GetAsync("/api/experiments/onboarding-9")).Code);
    }

    [Fact]
    public async Task Reports_ListAndOne_AreThePages()
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.Loop.Loop.World.Artifacts.WriteAsync("cards/onboarding-1.md", "# Card\n", default);
        await kit.Loop.Loop.World.Artifacts.WriteAsync("playbook.md", "# Playbook\n", default);
        Assert.Equal(["cards/onboarding-1.md", "playbook.md"], await kit.PagesAsync("/api/reports?limit=1", item => item.GetString()!));
        Assert.Equal(["cards/onboarding-1.md"], await kit.PagesAsync("/api/reports?folder=cards", item => item.GetString()!));
        var page = await kit.GetAsync("/api/reports/cards/onboarding-1.md");
        Assert.Equal(("text/markdown", "# Card\n"), (page.Type, page.Text));
        Assert.Equal("not_found", (await kit.GetAsync("/api/reports/../../etc/passwd")).Code);
        Assert.Equal("not_found", (await kit.GetAsync("/api/reports/cards/..%2f..%2fsecret")).Code);
    }

    private static async Task<ApiKit> RunAsync(double days)
    {
        var kit = await ApiKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0) });
        await kit.Loop.RunAsync(days);
        return kit;
    }
}
