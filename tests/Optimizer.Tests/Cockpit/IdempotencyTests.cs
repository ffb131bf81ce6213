using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Notices;
using Optimizer.Tests.Cockpit.Kit;

namespace Optimizer.Tests.Cockpit;

public sealed class IdempotencyTests
{
    private const string Why = """{"why":"prices are wrong"}""";

    [Fact]
    public async Task SameKey_SameBody_IsAnsweredAsBefore()
    {
        await using var kit = await ApiKit.OpenAsync();
        var first = await kit.SendAsync("POST", "/api/freeze", body: Why, headers: ("Idempotency-Key", "k1"));
        await kit.SendAsync("POST", "/api/unfreeze", body: Why);
        var second = await kit.SendAsync("POST", "/api/freeze", body: Why, headers: ("Idempotency-Key", "k1"));
        Assert.Equal((first.Status, first.Text, first.Headers["ETag"]), (second.Status, second.Text, second.Headers["ETag"]));
        Assert.Single(await kit.Loop.EventsAsync<LoopFrozen>());
        Assert.Equal([NoticeKind.LoopFrozen, NoticeKind.LoopUnfrozen], kit.Loop.Notifier.Notices.Where(notice => notice.Play == "-").Select(notice => notice.Kind));
    }

    [Fact]
    public async Task Freeze_Twice_IsToldOnce()
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.SendAsync("POST", "/api/freeze", body: Why);
        await kit.SendAsync("POST", "/api/freeze", body: """{"why":"other"}""");
        var told = Assert.Single(kit.Loop.Notifier.Notices, notice => notice.Kind == NoticeKind.LoopFrozen);
        Assert.Contains("prices are wrong", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/freeze", """{"why":"other"}""")]
    [InlineData("/api/unfreeze", Why)]
    public async Task SameKey_OtherRequest_IsRefused(string path, string body)
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.SendAsync("POST", "/api/freeze", body: Why, headers: ("Idempotency-Key", "k1"));
        var answer = await kit.SendAsync("POST", path, body: body, headers: ("Idempotency-Key", "k1"));
        Assert.Equal((422, "idempotency_key_reused"), (answer.Status, answer.Code));
        Assert.Empty(await kit.Loop.EventsAsync<LoopUnfrozen>());
    }

    [Fact]
    public async Task SameKey_OfAnotherCaller_IsAnotherKey()
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.SendAsync("POST", "/api/plays/onboarding/pause", Role.Admin, Why, headers: ("Idempotency-Key", "k1"));
        var other = await kit.SendAsync("POST", "/api/plays/onboarding/resume", Role.Operator, Why, headers: ("Idempotency-Key", "k1"));
        Assert.Equal((200, false), (other.Status, other.Headers.ContainsKey("Idempotent-Replayed")));
    }

    [Fact]
    public async Task SameKey_ManyAtOnce_IsCarriedOutOnce()
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.Loop.RunAsync(0.1);
        await kit.TokenAsync(Role.Operator);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Task.Run(() => kit.SendAsync("POST", "/api/plays/onboarding/tick", Role.Operator, headers: ("Idempotency-Key", "k1")))));
        Assert.Single(answers.Select(answer => (answer.Status, answer.Text)).Distinct());
        Assert.Equal(19, answers.Count(answer => answer.Headers.ContainsKey("Idempotent-Replayed")));
        Assert.Single(await kit.Loop.EventsAsync<OrderGiven>());
    }

    [Fact]
    public async Task RefusedRequest_MayBeTriedAgainUnderItsKey()
    {
        await using var kit = await ApiKit.OpenAsync();
        Assert.Equal(422, (await kit.SendAsync("POST", "/api/freeze", body: "{}", headers: ("Idempotency-Key", "k1"))).Status);
        Assert.Equal(200, (await kit.SendAsync("POST", "/api/freeze", body: Why, headers: ("Idempotency-Key", "k1"))).Status);
    }

    [Fact]
    public async Task Key_OfNoUse_IsRefused()
    {
        await using var kit = await ApiKit.OpenAsync();
        Assert.Equal("malformed", (await kit.SendAsync("POST", "/api/freeze", body: Why, headers: ("Idempotency-Key", new string('k', 201)))).Code);
        Assert.Equal("malformed", (await kit.SendAsync("POST", "/api/freeze", body: Why, headers: ("Idempotency-Key", "with space"))).Code);
        Assert.Empty(await kit.Loop.EventsAsync<LoopFrozen>());
    }
}
