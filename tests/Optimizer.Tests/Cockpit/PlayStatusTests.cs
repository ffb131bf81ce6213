using System.Text.Json;
using Optimizer.Domain.Hypotheses;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Scenes;

namespace Optimizer.Tests.Cockpit;

public sealed class PlayStatusTests
{
    [Fact]
    public async Task GetPlay_LiveExperiment_SaysDayDistancesCapsAndLastDecision()
    {
        await using var kit = await ApiKit.OpenAsync(new() { Change = world => world with { Kpis = Fixtures.Drop } });
        await kit.Loop.RunAsync(4);

        var play = (await kit.GetAsync("/api/plays/onboarding")).Json;
        Assert.Equal("experimenting", play.GetProperty("stage").GetString());
        Assert.True(play.GetProperty("nextTick").GetDateTimeOffset() > kit.Loop.Clock.GetUtcNow());
        var active = play.GetProperty("activeExperiment");
        Assert.Equal("onboarding-1", active.GetProperty("id").GetString());
        var day = active.GetProperty("day").GetInt32();
        Assert.InRange(day, 2, 4);
        var rules = active.GetProperty("stopRules").EnumerateArray().ToLookup(rule => rule.GetProperty("rule").GetString()!);
        foreach (var rule in new[] { "min_days", "end_day", "last_day", "sample_ratio_mismatch", "min_units", "proven", "harm", "futility", "p90", "drop30", "belowControlAfter120", "guardrail:complaint_rate" })
        {
            Assert.NotEmpty(rules[rule]);
        }

        var guardrail = rules["guardrail:complaint_rate"].Single();
        var (limit, stands) = (guardrail.GetProperty("limit").GetDouble(), guardrail.GetProperty("now").GetDouble());
        Assert.Equal(("share", "variant"), (guardrail.GetProperty("unit").GetString(), guardrail.GetProperty("variant").GetString()));
        Assert.True(limit < 0);
        Assert.Equal(stands - limit, guardrail.GetProperty("left").GetDouble(), 9);
        var least = rules["min_days"].Single();
        Assert.Equal("days", least.GetProperty("unit").GetString());
        Assert.Equal(7 - day, least.GetProperty("left").GetDouble());
        Assert.All(rules.SelectMany(group => group), rule => Assert.NotEmpty(rule.GetProperty("text").GetString()!));
        Assert.Equal($"onboarding-1.{day}", play.GetProperty("lastDecision").GetProperty("id").GetString());
        Assert.NotEmpty(play.GetProperty("lastDecision").GetProperty("reasons").EnumerateArray());
        var own = Assert.Single(play.GetProperty("capsLeft").EnumerateArray(), cap => cap.GetProperty("rule").GetString() == "play_active_limit");
        Assert.Equal((1, 1, 0), (own.GetProperty("used").GetInt32(), own.GetProperty("most").GetInt32(), own.GetProperty("left").GetInt32()));
        Assert.False(play.GetProperty("isFrozen").GetBoolean());
        Assert.Equal(JsonValueKind.Null, play.GetProperty("waitingOn").ValueKind);
    }

    [Fact]
    public async Task GetPlay_BeforeTheFirstLook_SaysTheLimitsOfItsStopRules()
    {
        await using var kit = await ApiKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0) });
        var active = default(JsonElement);
        for (var hours = 0; hours < 48 && active.ValueKind != JsonValueKind.Object; hours++)
        {
            await kit.Loop.RunAsync(1 / 24.0);
            active = (await kit.GetAsync("/api/plays/onboarding")).Json.GetProperty("activeExperiment");
        }

        Assert.Equal(0, active.GetProperty("day").GetInt32());
        Assert.False(active.TryGetProperty("lastLook", out var look) && look.ValueKind == JsonValueKind.Object && look.GetProperty("decision").GetString() is { Length: > 0 });
        var ahead = active.GetProperty("stopRules").EnumerateArray().ToDictionary(rule => rule.GetProperty("rule").GetString()!);
        Assert.Equal((7, 7), (ahead["min_days"].GetProperty("limit").GetDouble(), ahead["min_days"].GetProperty("left").GetDouble()));
        Assert.Equal((20, JsonValueKind.Null), (ahead["harm"].GetProperty("limit").GetDouble(), ahead["harm"].GetProperty("now").ValueKind));
        Assert.Equal(-0.3, ahead["drop30"].GetProperty("limit").GetDouble());

        await kit.Loop.RunAsync(3);
        var seen = (await kit.GetAsync("/api/plays/onboarding")).Json.GetProperty("activeExperiment").GetProperty("stopRules").EnumerateArray()
            .Select(rule => rule.GetProperty("rule").GetString()!).Distinct();
        Assert.Equal(seen.Order(), ahead.Keys.Order());
    }

    [Fact]
    public async Task GetPlay_OpenQuestion_SaysWhomItWaitsOnAndUntilWhen()
    {
        await using var kit = await ApiKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0.4, ScriptedStrategist.Rating(RiskLevel.High, "onboarding")) });
        await kit.Loop.RunAsync(0.5);

        var play = (await kit.GetAsync("/api/plays/onboarding")).Json;
        Assert.Equal("waiting", play.GetProperty("stage").GetString());
        var waiting = play.GetProperty("waitingOn");
        Assert.Equal("onboarding-q1", waiting.GetProperty("approval").GetString());
        Assert.Equal("manager", waiting.GetProperty("seat").GetString());
        Assert.True(waiting.GetProperty("until").GetDateTimeOffset() > kit.Loop.Clock.GetUtcNow());
    }

    [Fact]
    public async Task GetPlay_SameAgain_IsNotSentAgain()
    {
        await using var kit = await ApiKit.OpenAsync();
        var first = await kit.GetAsync("/api/plays/onboarding");
        var second = await kit.SendAsync("GET", "/api/plays/onboarding", headers: ("If-None-Match", first.Headers["ETag"]));
        Assert.Equal((304, ""), (second.Status, second.Text));
        Assert.Equal(first.Headers["ETag"], second.Headers["ETag"]);
    }

    [Fact]
    public async Task GetPlay_Frozen_SaysWhoAndWhy()
    {
        await using var kit = await ApiKit.OpenAsync();
        Assert.Equal(200, (await kit.SendAsync("POST", "/api/freeze", body: """{"why":"prices are wrong"}""")).Status);
        var play = (await kit.GetAsync("/api/plays/onboarding")).Json;
        Assert.True(play.GetProperty("isFrozen").GetBoolean());
        Assert.Equal("admin@example.com", play.GetProperty("freeze").GetProperty("by").GetString());
        Assert.Equal(200, (await kit.SendAsync("POST", "/api/unfreeze", body: """{"why":"mended"}""")).Status);
        Assert.False((await kit.GetAsync("/api/plays/onboarding")).Json.GetProperty("isFrozen").GetBoolean());
    }

    [Fact]
    public async Task ListPlays_ByPages_GivesEachOnceAndFiltersByStage()
    {
        string[] slugs = [.. Enumerable.Range(1, 7).Select(number => $"play-number-{number}")];
        await using var kit = await ApiKit.OpenAsync(new() { Plays = [.. slugs.Select(slug => PlayText.Of(slug))] });
        await kit.Loop.RunAsync(0.1);
        Assert.Equal(slugs, await kit.PagesAsync("/api/plays?limit=3", item => item.GetProperty("id").GetString()!));

        Assert.Equal(200, (await kit.SendAsync("POST", "/api/plays/play-number-4/pause", body: """{"why":"holiday"}""")).Status);
        Assert.Equal(["play-number-4"], await kit.PagesAsync("/api/plays?limit=2&stage=paused", item => item.GetProperty("id").GetString()!));
        Assert.Equal("malformed", (await kit.GetAsync("/api/plays?stage=sleeping")).Code);
    }
}
