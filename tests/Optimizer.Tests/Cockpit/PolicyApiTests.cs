using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Kit;

namespace Optimizer.Tests.Cockpit;

public sealed class PolicyApiTests
{
    private const string Yaml = "application/yaml";

    private static readonly string Tighter = PolicyText.With("play.max_starts: 1");
    private static readonly string Wider = PolicyText.With("play.max_starts: 5", "site.max_active: 9");

    [Fact]
    public async Task Put_Tighter_IsInForceAtOnce()
    {
        await using var kit = await ApiKit.OpenAsync();
        var answer = await PutAsync(kit, Tighter);
        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(Tighter, (await kit.SendAsync("GET", "/api/policy", headers: ("Accept", Yaml))).Text);
        Assert.Equal("policy.put", Assert.Single(await kit.Loop.EventsAsync<OrderGiven>("-")).Event.Order);
    }

    [Fact]
    [Trait("Req", "S3-004")]
    public async Task Put_Wider_NeedsASecondPerson()
    {
        await using var kit = await ApiKit.OpenAsync();
        var first = await PutAsync(kit, Wider);
        Assert.Equal((202, "proposed"), (first.Status, first.Json.GetProperty("state").GetString()));
        Assert.Contains(first.Json.GetProperty("wider").EnumerateArray(), wider => wider.GetProperty("key").GetString() == "site.max_active");
        Assert.Equal(202, (await PutAsync(kit, Wider)).Status);
        Assert.Equal(PolicyText.Full, (await kit.SendAsync("GET", "/api/policy", headers: ("Accept", Yaml))).Text);

        var second = await kit.TokenAsync(Role.Admin, "ben@example.com");
        var tag = (await kit.GetAsync("/api/policy")).Headers["ETag"];
        Assert.Equal(200, (await kit.SendAsync("PUT", "/api/policy", null, Wider, Yaml, ("Authorization", $"Bearer {second}"), ("If-Match", tag))).Status);
        Assert.Equal(Wider, (await kit.SendAsync("GET", "/api/policy", headers: ("Accept", Yaml))).Text);
        Assert.Contains("admin@example.com", (await kit.Loop.EventsAsync<OrderGiven>("-"))[^1].Event.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_Wider_AProposalOfYesterdayDoesNotCount()
    {
        await using var kit = await ApiKit.OpenAsync();
        await PutAsync(kit, Wider);
        await kit.Loop.RunAsync(1.1);
        var second = await kit.TokenAsync(Role.Admin, "ben@example.com");
        var tag = (await kit.GetAsync("/api/policy")).Headers["ETag"];
        Assert.Equal(202, (await kit.SendAsync("PUT", "/api/policy", null, Wider, Yaml, ("Authorization", $"Bearer {second}"), ("If-Match", tag))).Status);
    }

    [Fact]
    public async Task Put_WithoutOrWithAnOldTag_IsRefused()
    {
        await using var kit = await ApiKit.OpenAsync();
        var old = (await kit.GetAsync("/api/policy")).Headers["ETag"];
        Assert.Equal((428, "precondition_required"), await CodeAsync(kit.SendAsync("PUT", "/api/policy", body: Tighter, type: Yaml)));
        Assert.Equal(200, (await PutAsync(kit, Tighter)).Status);
        Assert.Equal((412, "precondition_failed"), await CodeAsync(kit.SendAsync("PUT", "/api/policy", body: PolicyText.Full, type: Yaml, headers: ("If-Match", old))));
    }

    [Fact]
    public async Task Put_WrongOrByAProgram_IsRefused()
    {
        await using var kit = await ApiKit.OpenAsync();
        var wrong = await PutAsync(kit, "version: 1\nset:\n  play.max_activ: 3\n");
        Assert.Equal(422, wrong.Status);
        Assert.Equal(3, wrong.Json.GetProperty("problems")[0].GetProperty("line").GetInt32());
        var program = await kit.TokenAsync(Role.Admin, "bot@example.com", isHuman: false);
        Assert.Equal((403, "human_only"), await CodeAsync(kit.SendAsync("PUT", "/api/policy", null, Tighter, Yaml, ("Authorization", $"Bearer {program}"))));
    }

    private static async Task<ApiAnswer> PutAsync(ApiKit kit, string text) =>
        await kit.SendAsync("PUT", "/api/policy", body: text, type: Yaml, headers: ("If-Match", (await kit.GetAsync("/api/policy")).Headers["ETag"]));

    private static async Task<(int Status, string Code)> CodeAsync(Task<ApiAnswer> asked)
    {
        var answer = await asked;
        return (answer.Status, answer.Code);
    }
}
