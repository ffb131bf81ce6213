using System.Text.Json;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Kit;

namespace Optimizer.Tests.Cockpit;

public sealed class EnrolmentTests
{
    private const string Yaml = "application/yaml";

    private static readonly string Text = PlayText.Of("pricing");

    [Fact]
    public async Task Post_NewPlay_StartsItAndTheTrailSaysWho()
    {
        await using var kit = await ApiKit.OpenAsync();
        var answer = await kit.SendAsync("POST", "/api/plays", Role.Operator, Text, Yaml);
        Assert.Equal((201, "/api/plays/pricing"), (answer.Status, answer.Headers["Location"]));
        await kit.Loop.RunAsync(0.5);
        Assert.Equal("monitoring", (await kit.GetAsync("/api/plays/pricing")).Json.GetProperty("stage").GetString());
        var order = Assert.Single(await kit.Loop.TrailAsync("pricing"), record => record.Entry.Event is OrderGiven { Order: "enrol" });
        Assert.Equal("operator@example.com", order.Entry.Actor);
        var definition = await kit.GetAsync("/api/plays/pricing/definition");
        Assert.Equal((Yaml, Text), (definition.Type, definition.Text));
    }

    [Fact]
    public async Task Post_SameAgain_ChangesNothing()
    {
        await using var kit = await ApiKit.OpenAsync();
        Assert.Equal(201, (await kit.SendAsync("POST", "/api/plays", body: Text, type: Yaml)).Status);
        var trail = (await kit.Loop.TrailAsync("pricing")).Count(record => record.Entry.Event is OrderGiven);
        Assert.Equal(200, (await kit.SendAsync("POST", "/api/plays", body: Text, type: Yaml)).Status);
        Assert.Equal(trail, (await kit.Loop.TrailAsync("pricing")).Count(record => record.Entry.Event is OrderGiven));
    }

    [Fact]
    [Trait("Req", "S0-014")]
    public async Task Post_OtherDefinition_IsAConflictAndPutChangesIt()
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.SendAsync("POST", "/api/plays", body: Text, type: Yaml);
        var other = PlayText.Of("pricing", at: "10:00");
        Assert.Equal("play_exists", (await kit.SendAsync("POST", "/api/plays", body: other, type: Yaml)).Code);
        Assert.Equal(Text, (await kit.GetAsync("/api/plays/pricing/definition")).Text);

        Assert.Equal("precondition_failed", (await kit.SendAsync("PUT", "/api/plays/pricing", body: other, type: Yaml, headers: ("If-Match", "\"old\""))).Code);
        var tag = (await kit.GetAsync("/api/plays/pricing/definition")).Headers["ETag"];
        Assert.Equal(200, (await kit.SendAsync("PUT", "/api/plays/pricing", body: other, type: Yaml, headers: ("If-Match", tag))).Status);
        await kit.Loop.RunAsync(2);
        Assert.Single(await kit.Loop.EventsAsync<DefinitionChanged>("pricing"));
        Assert.Single(await kit.Loop.EventsAsync<OrderGiven>("pricing"), order => order.Event.Order == "define");
    }

    [Fact]
    public async Task Post_Json_IsTaken()
    {
        await using var kit = await ApiKit.OpenAsync();
        var json = """
            {"apiVersion":1,"slug":"json-play","name":"J","channels":["Email"],"kpis":[{"key":"k","role":"primary","kind":"rate","direction":"up","unit":"fraction","target":null,
            "measure":{"type":"ratio","numerator":{"event":"a","distinct":"user_id"},"denominator":{"event":"b","distinct":"user_id"}}}],
            "monitor":{"cadence":["daily"],"at":"08:00","timezone":"UTC"},"variables":[{"key":"v","actuator":"email-tool","autonomous":true,"current":"x"}],
            "experiment":{"assignment":"platform_native","unit":"subscriber","minDuration":{"n":7,"unit":"day"},"minSamplesPerVariant":100},
            "limits":{"maxActive":[{"max":1,"scope":"play"}],"maxPer":[{"max":4,"period":"month","scope":"play"}],"cooldown":{"n":7,"unit":"day"}},
            "convergence":{"maxLiftPercent":2,"consecutive":3,"monitorEvery":{"n":1,"unit":"week"}},"report":{"cadence":["weekly"]}}
            """;
        var answer = await kit.SendAsync("POST", "/api/plays", body: json);
        Assert.True(answer.Status == 201, answer.Text);
    }

    [Fact]
    public async Task Post_WrongDefinition_NamesEveryProblemWithLineAndField()
    {
        await using var kit = await ApiKit.OpenAsync();
        var answer = await kit.SendAsync("POST", "/api/plays", body: Text.Replace("direction: up", "direction: sideways", StringComparison.Ordinal).Replace("name: Play pricing", "nam: x", StringComparison.Ordinal), type: Yaml);
        Assert.Equal((422, "invalid"), (answer.Status, answer.Code));
        var problems = answer.Json.GetProperty("problems").EnumerateArray().ToList();
        Assert.True(problems.Count >= 2);
        Assert.Contains(problems, problem => problem.GetProperty("field").GetString() == "kpis[0].direction" && problem.GetProperty("line").GetInt32() == 9);
        Assert.Equal("not_found", (await kit.GetAsync("/api/plays/pricing")).Code);
        Assert.Empty(await kit.Loop.TrailAsync("pricing"));
    }

    [Theory]
    [InlineData("text/plain", 415, "wrong_content_type")]
    [InlineData("application/yaml; charset=utf-16", 415, "wrong_content_type")]
    public async Task Post_WrongType_IsRefused(string type, int status, string code)
    {
        await using var kit = await ApiKit.OpenAsync();
        var answer = await kit.SendAsync("POST", "/api/plays", body: Text, type: type);
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Post_TooLargeTooManyOrEmpty_IsRefused()
    {
        await using var kit = await ApiKit.OpenAsync();
        Assert.Equal("too_large", (await kit.SendAsync("POST", "/api/plays", body: new string('#', 600_000), type: Yaml)).Code);
        Assert.Equal("invalid", (await kit.SendAsync("POST", "/api/plays", body: $"{Text}\n---\n{PlayText.Of("second")}", type: Yaml)).Code);
        Assert.Equal("invalid", (await kit.SendAsync("POST", "/api/plays", body: "", type: Yaml)).Code);
    }

    [Fact]
    [Trait("Req", "S0-054")]
    public async Task Post_HundredAtOnce_StartExactlyOne()
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.TokenAsync(Role.Operator);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => kit.SendAsync("POST", "/api/plays", Role.Operator, Text, Yaml))));
        Assert.Equal(1, answers.Count(answer => answer.Status == 201));
        Assert.Equal(99, answers.Count(answer => answer.Status == 200));
        Assert.Single(await kit.Loop.EventsAsync<OrderGiven>("pricing"));
        await kit.Loop.RunAsync(0.5);
        Assert.Single(await kit.Loop.EventsAsync<PlayEnrolled>("pricing"));
    }

    [Fact]
    public async Task Post_StoppedPlay_IsAConflict()
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.SendAsync("POST", "/api/plays", body: Text, type: Yaml);
        Assert.Equal("stopped", (await kit.SendAsync("POST", "/api/plays/pricing/stop", body: """{"why":"over"}""")).Json.GetProperty("stage").GetString());
        Assert.Equal("play_stopped", (await kit.SendAsync("POST", "/api/plays", body: Text, type: Yaml)).Code);
        Assert.Equal("play_stopped", (await kit.SendAsync("POST", "/api/plays/pricing/tick")).Code);
        Assert.Equal(JsonValueKind.Null, (await kit.GetAsync("/api/plays/pricing")).Json.GetProperty("nextTick").ValueKind);
    }

    [Fact]
    public async Task Put_OtherSlug_IsRefused()
    {
        await using var kit = await ApiKit.OpenAsync();
        Assert.Equal("invalid", (await kit.SendAsync("PUT", "/api/plays/other", body: Text, type: Yaml)).Code);
    }
}
