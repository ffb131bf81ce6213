using Optimizer.Domain.Attribution;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Kit;

namespace Optimizer.Tests.Cockpit;

public sealed class AttributionApiTests
{
    [Theory]
    [InlineData("application/json", "[{0},{1},{2}]")]
    [InlineData("application/json", """{{"events":[{0},{1},{2}]}}""")]
    [InlineData("application/x-ndjson", "{0}\n{1}\n\n{2}\n")]
    public async Task Events_InEveryForm_GetOneAnswerEach(string type, string form)
    {
        await using var kit = await OpenAsync();
        var answer = await kit.SendAsync("POST", "/api/events", body: string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Event("a"), Event("a"), Event("b", "elsewhere")), type: type);
        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(["accepted", "duplicate", "quarantined"], Statuses(answer));
        Assert.Equal("unknown_experiment", answer.Json.GetProperty("answers")[2].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Events_ThatAreNone_AreSetAsideAndTheOthersCount()
    {
        await using var kit = await OpenAsync();
        var body = $$"""[{{Event("a")}}, 7, {"id":"x","tss":1}, {{Event("b").Replace("2026", "2099", StringComparison.Ordinal)}}, {{Event("c").Replace("}", ",\"value\":1e999}", StringComparison.Ordinal)}}]""";
        var answer = await kit.SendAsync("POST", "/api/events", body: body);
        Assert.Equal(["accepted", "quarantined", "quarantined", "quarantined", "quarantined"], Statuses(answer));
        Assert.Equal(4, (await kit.Served.Ledger.QuarantineAsync(default)).Values.Sum());
    }

    [Theory]
    [InlineData("{}", 422)]
    [InlineData("7", 422)]
    [InlineData("""{"events":[],"more":1}""", 422)]
    [InlineData("[", 400)]
    public async Task Events_InAWrongForm_AreRefused(string body, int status)
    {
        await using var kit = await OpenAsync();
        var answer = await kit.SendAsync("POST", "/api/events", body: body);
        Assert.Equal(status, answer.Status);
        Assert.NotEmpty(answer.Code);
    }

    [Fact]
    public async Task Events_TooMany_AreRefused()
    {
        await using var kit = await OpenAsync();
        Assert.Equal("too_large", (await kit.SendAsync("POST", "/api/events", body: $"[{string.Join(',', Enumerable.Repeat("1", 10_001))}]")).Code);
        Assert.Equal("too_large", (await kit.SendAsync("POST", "/api/events", body: new string(' ', 9_000_000))).Code);
    }

    [Fact]
    [Trait("Req", "S2-048")]
    public async Task Assignment_IsStickyAndCarriesItsSetting()
    {
        await using var kit = await OpenAsync();
        await kit.Loop.Loop.World.Flags.PutAsync(
            new("onboarding-1", "onboarding", true, [0.5, 0.5], [new("cta", "\"Buy\""), new("cta", "{\"text\":\"Try\"}")]), LoopKit.Monday, "k", default);
        var seen = new HashSet<string>();
        for (var unit = 0; unit < 50; unit++)
        {
            var first = (await kit.SendAsync("GET", $"/api/assignments?experiment=onboarding-1&unit=u{unit}")).Json;
            await kit.Served.Ledger.PutAsync(Experiment with { Weights = [0.1, 0.9] }, kit.Loop.Clock.GetUtcNow(), default);
            var again = (await kit.SendAsync("GET", $"/api/assignments?experiment=onboarding-1&unit=u{unit}")).Json;
            Assert.Equal(first.GetRawText(), again.GetRawText());
            await kit.Served.Ledger.PutAsync(Experiment, kit.Loop.Clock.GetUtcNow(), default);
            var variant = first.GetProperty("variant").GetString()!;
            Assert.Equal(variant == "control" ? "\"Buy\"" : "{\"text\":\"Try\"}", first.GetProperty("setting").GetProperty("value").GetRawText());
            seen.Add(variant);
        }

        Assert.Equal(["control", "variant"], seen.Order());
    }

    [Fact]
    public async Task Assignment_ClosedUnknownOrIncomplete_SaysSo()
    {
        await using var kit = await OpenAsync();
        await kit.Served.Ledger.PutAsync(Experiment with { Until = kit.Loop.Clock.GetUtcNow() }, kit.Loop.Clock.GetUtcNow(), default);
        Assert.False((await kit.SendAsync("GET", "/api/assignments?experiment=onboarding-1&unit=new")).Json.GetProperty("isAssigned").GetBoolean());
        Assert.Equal("not_found", (await kit.SendAsync("GET", "/api/assignments?experiment=nothing&unit=u")).Code);
        Assert.Equal("malformed", (await kit.SendAsync("GET", "/api/assignments?experiment=onboarding-1")).Code);
        Assert.Equal("malformed", (await kit.SendAsync("GET", "/api/assignments?experiment=onboarding-1&unit=a&unit=b")).Code);
    }

    [Fact]
    public async Task Settings_AreWhatIsLive()
    {
        await using var kit = await OpenAsync();
        var answer = await kit.GetAsync("/api/settings/onboarding");
        Assert.Equal(
            ["subject_line", "email_copy", "cta", "send_time"],
            answer.Json.GetProperty("settings").EnumerateArray().Select(setting => setting.GetProperty("variable").GetString()!));
        Assert.Equal("not_found", (await kit.GetAsync("/api/settings/nobody")).Code);
    }

    private static LedgerExperiment Experiment => new("onboarding-1", ["control", "variant"], "UTC", LoopKit.Monday.AddDays(-1)) { Weights = [0.5, 0.5] };

    private static async Task<ApiKit> OpenAsync()
    {
        var kit = await ApiKit.OpenAsync();
        await kit.Served.Ledger.PutAsync(Experiment, LoopKit.Monday, default);
        return kit;
    }

    private static string Event(string id, string experiment = "onboarding-1") =>
        $$"""{"id":"{{id}}","ts":"2026-01-04T12:00:00Z","exp_id":"{{experiment}}","variant":"variant","event":"click","session_id":"u1"}""";

    private static IEnumerable<string> Statuses(ApiAnswer answer) =>
        answer.Json.GetProperty("answers").EnumerateArray().Select(each => each.GetProperty("status").GetString()!);
}
