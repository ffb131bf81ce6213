using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;

namespace Optimizer.Tests.Cockpit;

public sealed class OrdersTests
{
    [Fact]
    public async Task PauseResumeTickStop_AnswerWithWhatIsThenTrue()
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.Loop.RunAsync(0.1);
        var ticks = (await kit.GetAsync("/api/plays/onboarding")).Json.GetProperty("ticks").GetInt32();

        Assert.Equal("paused", await StageAsync(kit, "pause", """{"why":"holiday"}"""));
        Assert.Equal("monitoring", await StageAsync(kit, "resume", null));
        var ticked = await kit.SendAsync("POST", "/api/plays/onboarding/tick", Role.Operator);
        Assert.Equal((200, ticks + 1), (ticked.Status, ticked.Json.GetProperty("ticks").GetInt32()));
        Assert.Equal("stopped", await StageAsync(kit, "stop", """{"why":"over"}"""));

        Assert.Equal(
            ["pause", "resume", "tick", "stop"],
            (await kit.Loop.TrailAsync("onboarding")).Where(record => record.Entry is { Event: OrderGiven, Actor: "operator@example.com" }).Select(record => ((OrderGiven)record.Entry.Event).Order));
        Assert.Equal("holiday", Assert.Single(await kit.Loop.EventsAsync<PlayPaused>()).Event.Why);
    }

    [Fact]
    public async Task Order_WithAKeySentTwice_IsGivenOnce()
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.Loop.RunAsync(0.1);
        var first = await kit.SendAsync("POST", "/api/plays/onboarding/tick", headers: ("Idempotency-Key", "one"));
        var second = await kit.SendAsync("POST", "/api/plays/onboarding/tick", headers: ("Idempotency-Key", "one"));
        Assert.Equal(first.Text, second.Text);
        Assert.Equal("true", second.Headers["Idempotent-Replayed"]);
        Assert.Single(await kit.Loop.EventsAsync<OrderGiven>());
    }

    [Theory]
    [InlineData("/api/plays/nobody/pause", null, 404, "not_found")]
    [InlineData("/api/plays/policy/pause", null, 404, "not_found")]
    [InlineData("/api/plays/onboarding/pause", """{"why":1}""", 422, "invalid")]
    [InlineData("/api/plays/onboarding/pause", """{"why":"x","force":true}""", 422, "invalid")]
    [InlineData("/api/plays/onboarding/pause", """{"why":"x","why":"y"}""", 400, "malformed")]
    [InlineData("/api/plays/onboarding/pause", "{", 400, "malformed")]
    [InlineData("/api/plays/onboarding/pause", "null", 422, "invalid")]
    public async Task Order_BadInput_IsRefusedAndGivesNone(string path, string? body, int status, string code)
    {
        await using var kit = await ApiKit.OpenAsync();
        var answer = await kit.SendAsync("POST", path, body: body);
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Empty(await kit.Loop.EventsAsync<OrderGiven>());
    }

    [Fact]
    public async Task UnknownField_IsRefusedByName()
    {
        await using var kit = await ApiKit.OpenAsync();
        var answer = await kit.SendAsync("POST", "/api/freeze", body: """{"why":"x","untill":"monday"}""");
        Assert.Equal("untill: is not known; known are why", answer.Detail);
        Assert.Equal("why: is missing", (await kit.SendAsync("POST", "/api/freeze", body: "{}")).Detail);
        Assert.StartsWith("line 1, byte ", (await kit.SendAsync("POST", "/api/freeze", body: """{"why":}""")).Detail, StringComparison.Ordinal);
    }

    private static async Task<string?> StageAsync(ApiKit kit, string order, string? body)
    {
        var answer = await kit.SendAsync("POST", $"/api/plays/onboarding/{order}", Role.Operator, body);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json.GetProperty("stage").GetString();
    }
}
