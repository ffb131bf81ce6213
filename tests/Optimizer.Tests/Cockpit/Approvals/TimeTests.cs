using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;

namespace Optimizer.Tests.Cockpit.Approvals;

public class TimeTests
{
    [Fact]
    [Trait("Req", "S1-042")]
    [Trait("Req", "C19")]
    public async Task Timeout_AfterFourHoursAcrossARestart_RejectsAndALateClickIsExpired()
    {
        var folder = Directory.CreateTempSubdirectory("optimizer-approvals").FullName;
        try
        {
            await using var kit = await AnswerKit.OpenAsync(new() { Folder = folder });
            var asked = await kit.AskAsync();
            await kit.Loop.Loop.Engine.RunUntilAsync(asked.ExpiresAt.AddHours(-1));
            await kit.DieAsync();
            await kit.Loop.Loop.Engine.RunUntilAsync(asked.ExpiresAt.AddSeconds(-1));
            var open = await kit.SendAsync("GET", $"/api/approvals/{asked.Id}", await kit.TokenAsync("ana@example.com"));
            Assert.Equal(("pending", "1"), (open.Word, open.Field("secondsLeft")));

            await kit.Loop.Loop.Engine.RunUntilAsync(asked.ExpiresAt);
            var ended = Assert.Single(await kit.Loop.EventsAsync<ApprovalEnded>());
            Assert.Equal((asked.AskedAt.AddHours(4), ApprovalState.Expired, "policy"), (ended.At, ended.Event.State, ended.Event.By));

            await kit.Loop.Loop.Engine.RunUntilAsync(asked.ExpiresAt.AddSeconds(1));
            var late = await kit.AnswerAsync("ana@example.com", asked);
            Assert.Equal((409, "expired"), (late.Status, late.Word));
            Assert.Contains(await kit.AnswersAsync(), answer => !answer.Counts && answer.Code == ApprovalCode.Expired);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    [Trait("Req", "C19")]
    public async Task Answer_InTheLastSecond_Counts()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        await kit.Loop.Loop.Engine.RunUntilAsync(asked.ExpiresAt.AddSeconds(-1));

        Assert.Equal("approved", (await kit.AnswerAsync("ana@example.com", asked)).Word);
    }

    [Fact]
    [Trait("Req", "C12")]
    public async Task Park_ForThirtyDays_OnlyRemindsAndStillTakesAnAnswer()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync(kit.Request() with { OnTimeout = TimeoutAction.Park, ExpiresAt = kit.Loop.Clock.GetUtcNow().AddHours(24) });
        await kit.Loop.RunAsync(30);

        Assert.Empty(await kit.Loop.EventsAsync<ApprovalEnded>());
        Assert.InRange((await kit.Loop.EventsAsync<ApprovalReminded>()).Count, 30, 32);
        Assert.Equal("approved", (await kit.AnswerAsync("ana@example.com", asked)).Word);
    }

    [Fact]
    [Trait("Req", "S1-043")]
    [Trait("Req", "S1-045")]
    public async Task List_Queue_IsUrgentFirstInPagesWithAgeAndTimeLeft()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var now = kit.Loop.Clock.GetUtcNow();
        await kit.AskAsync(kit.Request("a-q3") with { ExpiresAt = now.AddHours(3), Play = "a" });
        await kit.AskAsync(kit.Request("a-q1") with { OnTimeout = TimeoutAction.Park, Play = "a" });
        await kit.AskAsync(kit.Request("a-q4") with { ExpiresAt = now.AddHours(2), Play = "a", TrafficShare = 0.1 });
        await kit.AskAsync(kit.Request("b-q4") with { ExpiresAt = now.AddHours(2), Play = "b", TrafficShare = 0.9 });
        await kit.AskAsync(kit.Request("a-q2") with { ExpiresAt = now.AddHours(2), Play = "a", TrafficShare = 0.1 });
        await kit.Loop.RunAsync(1 / 24.0);
        var ana = await kit.TokenAsync("ana@example.com");

        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await kit.SendAsync("GET", $"/api/approvals?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}", ana);
            ids.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            cursor = page.Json.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(["b-q4", "a-q2", "a-q4", "a-q3", "a-q1"], ids);
        var first = (await kit.SendAsync("GET", "/api/approvals?play=b", ana)).Json.GetProperty("items")[0];
        Assert.Equal((3600, 3600), (first.GetProperty("ageSeconds").GetInt32(), first.GetProperty("secondsLeft").GetInt32()));
        Assert.Equal(400, (await kit.SendAsync("GET", "/api/approvals?state=nonsense", ana)).Status);
    }
}
