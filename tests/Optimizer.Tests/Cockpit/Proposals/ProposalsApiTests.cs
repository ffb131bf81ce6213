using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Proposals;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Scenes;

namespace Optimizer.Tests.Cockpit.Proposals;

public sealed class ProposalsApiTests
{
    private const string Pause = """{"kind":"pause_play","play":"onboarding","why":"It is <b>a holiday</b>","source":"mcp"}""";

    private const string Hypothesis = """
        {"kind":"try_hypothesis","play":"onboarding","why":"People skim","hypothesis":{"variable":"subject_line","setting":"Eight words","change":"Say it in eight words",
        "expectedImpact":0.05,"class":"copy","risk":"low"}}
        """;

    [Fact]
    [Trait("Req", "S1-163")]
    public async Task Pause_OfAProgram_WaitsForAPersonAndIsThenGivenOnce()
    {
        await using var kit = await OpenAsync();
        var asked = await ProposeAsync(kit, Pause);
        Assert.True(asked.Status == 202, asked.Text);
        var id = asked.Json.GetProperty("id").GetString()!;
        Assert.Equal(("asked", id, "running", "paused"), (Field(asked, "state"), Field(asked, "approval"), Field(asked, "before"), Field(asked, "after")));
        await kit.Loop.RunAsync(0.01);
        Assert.Equal(PlayStatus.Monitoring, (await kit.Loop.ViewAsync("onboarding")).Status);

        Assert.Equal((403, "program"), await AnswerAsync(kit, id, "robot", isHuman: false));
        Assert.Equal((200, ""), await AnswerAsync(kit, id, "ana@example.com"));
        await kit.Loop.RunAsync(0.01);
        Assert.Equal(PlayStatus.Paused, (await kit.Loop.ViewAsync("onboarding")).Status);
        Assert.Equal("executed", Field(await kit.GetAsync($"/api/proposals/{id}"), "state"));
        Assert.Equal("executed", Field(await kit.GetAsync($"/api/approvals/{id}"), "state"));
        Assert.Equal("It is <b>a holiday</b> (proposed by helper-bot)", Assert.Single(await kit.Loop.EventsAsync<PlayPaused>()).Event.Why);
        Assert.Equal(
            ["proposal.made", "ruling.given", "approval.asked", "approval.answered", "approval.ended", "ruling.given", "effect.intended", "effect.done", "proposal.ended"],
            (await kit.Loop.TrailAsync("onboarding")).Where(record => record.Entry.Cause == id && record.Entry.Event is not NoticeSent
                && record.Entry.Event is not ApprovalAnswered { Counts: false }).Select(record => AuditKinds.Of(record.Entry.Event)));
        Assert.Empty(Orphans.Of(await kit.Loop.TrailAsync()));
    }

    [Fact]
    public async Task Stop_TypedByAnOperator_MayBeApprovedByThemselves_AViewersMayNot()
    {
        await using var kit = await OpenAsync();
        var own = await kit.SendAsync("POST", "/api/proposals", Role.Operator, """{"kind":"stop_play","play":"onboarding","why":"over"}""");
        Assert.True(own.Status == 202, own.Text);
        var viewers = await kit.SendAsync("POST", "/api/proposals", Role.Viewer, """{"kind":"pause_play","play":"onboarding","why":"quiet"}""");
        Assert.Equal((403, "own_proposal"), await AnswerAsync(kit, Field(viewers, "id"), "viewer@example.com"));
        Assert.Equal((200, ""), await AnswerAsync(kit, Field(own, "id"), "operator@example.com"));
        await kit.Loop.RunAsync(0.01);
        Assert.Equal("operator@example.com", Assert.Single(await kit.Loop.EventsAsync<PlayStopped>()).Event.By);

        // The play is gone when the other is approved.
        Assert.Equal((200, ""), await AnswerAsync(kit, Field(viewers, "id"), "ana@example.com"));
        await kit.Loop.RunAsync(0.01);
        Assert.Equal("superseded", Field(await kit.GetAsync($"/api/proposals/{Field(viewers, "id")}"), "state"));
        Assert.Equal("superseded", Field(await kit.GetAsync($"/api/approvals/{Field(viewers, "id")}"), "state"));
        Assert.Empty(await kit.Loop.EventsAsync<PlayPaused>());
    }

    [Fact]
    public async Task Propose_WhileFrozen_IsDeniedWithTheRule_AndRecorded()
    {
        await using var kit = await OpenAsync();
        await kit.SendAsync("POST", "/api/freeze", body: """{"why":"an incident"}""");
        var denied = await ProposeAsync(kit, Pause);
        Assert.Equal((403, "frozen"), (denied.Status, denied.Code));
        Assert.Contains("frozen", Field(denied, "rule"), StringComparison.Ordinal);
        Assert.Equal(ProposalState.Denied, Assert.Single(await kit.Loop.EventsAsync<ProposalEnded>()).Event.State);
        Assert.Empty(await kit.Loop.EventsAsync<ApprovalAsked>());
        Assert.Equal("denied", (await kit.GetAsync("/api/proposals?state=all")).Json.GetProperty("items")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Approved_WhileFrozenOrChangedMeanwhile_IsNotCarriedOut()
    {
        await using var kit = await OpenAsync();
        var first = Field(await ProposeAsync(kit, Pause), "id");
        await kit.SendAsync("POST", "/api/freeze", body: """{"why":"an incident"}""");
        Assert.Equal((200, ""), await AnswerAsync(kit, first, "ana@example.com"));
        await kit.Loop.RunAsync(0.01);
        Assert.Equal("denied", Field(await kit.GetAsync($"/api/proposals/{first}"), "state"));

        await kit.SendAsync("POST", "/api/unfreeze", body: """{"why":"over"}""");
        var second = Field(await ProposeAsync(kit, Pause), "id");
        Assert.Equal(200, (await kit.SendAsync("POST", "/api/plays/onboarding/pause", Role.Operator)).Status);
        Assert.Equal((200, ""), await AnswerAsync(kit, second, "ana@example.com"));
        await kit.Loop.RunAsync(0.01);
        var end = await kit.GetAsync($"/api/proposals/{second}");
        Assert.Equal(("superseded", "the play is paused already"), (Field(end, "state"), Field(end, "endedWhy")));
        Assert.Single(await kit.Loop.EventsAsync<PlayPaused>());
    }

    [Fact]
    public async Task Rejected_OrNeverAnswered_EndsSo()
    {
        await using var kit = await OpenAsync();
        var first = Field(await ProposeAsync(kit, Pause), "id");
        Assert.Equal((200, ""), await AnswerAsync(kit, first, "ana@example.com", approve: false));
        await kit.Loop.RunAsync(0.01);
        var second = Field(await ProposeAsync(kit, Pause), "id");
        await kit.Loop.RunAsync(8);
        Assert.Equal(["expired", "rejected"], (await kit.GetAsync("/api/proposals?state=all")).Json.GetProperty("items").EnumerateArray().Select(each => each.GetProperty("state").GetString()));
        Assert.Equal("nobody answered in time", Field(await kit.GetAsync($"/api/proposals/{second}"), "endedWhy"));
        Assert.Empty((await kit.GetAsync("/api/proposals")).Json.GetProperty("items").EnumerateArray());
        Assert.Empty(await kit.Loop.EventsAsync<PlayPaused>());
    }

    [Fact]
    public async Task SameProposalAgain_IsTheSame_AndNobodyCanBuryPeople()
    {
        await using var kit = await OpenAsync();
        var first = await ProposeAsync(kit, Pause, ("Idempotency-Key", "one"));
        Assert.Equal(Field(first, "id"), Field(await ProposeAsync(kit, Pause, ("Idempotency-Key", "one")), "id"));
        Assert.Equal(Field(first, "id"), Field(await ProposeAsync(kit, Pause), "id"));
        Assert.Equal((422, "idempotency_key_reused"), CodeOf(await ProposeAsync(kit, """{"kind":"stop_play","play":"onboarding","why":"x"}""", ("Idempotency-Key", "one"))));
        for (var word = 0; word < 19; word++)
        {
            var next = await ProposeAsync(kit, Hypothesis.Replace("Eight words", $"{word} words", StringComparison.Ordinal));
            Assert.True(next.Status == 202, next.Text);
        }

        Assert.Equal((429, "too_many_proposals"), CodeOf(await ProposeAsync(kit, Hypothesis)));
        Assert.Equal(20, (await kit.Loop.EventsAsync<ProposalMade>()).Count);
    }

    [Theory]
    [InlineData("""{"kind":"pause_play","play":"nobody","why":"x"}""", 404, "not_found")]
    [InlineData("""{"kind":"pause_play","play":"../policy","why":"x"}""", 404, "not_found")]
    [InlineData("""{"kind":"resume_play","play":"onboarding","why":"x"}""", 409, "nothing_to_do")]
    [InlineData("""{"kind":"unfreeze","play":"onboarding","why":"x"}""", 422, "invalid")]
    [InlineData("""{"kind":"pause_play","play":"onboarding","why":" "}""", 422, "invalid")]
    [InlineData("""{"kind":"pause_play","play":"onboarding","why":"x","by":"ceo@example.com"}""", 422, "invalid")]
    [InlineData("""{"kind":"pause_play","play":"onboarding","why":"x","policy":"version: 1"}""", 422, "invalid")]
    [InlineData("""{"kind":"try_hypothesis","play":"onboarding","why":"x"}""", 422, "invalid")]
    [InlineData("""{"kind":"try_hypothesis","play":"onboarding","why":"x","hypothesis":{"variable":"price","setting":1,"change":"c","expectedImpact":0.1,"class":"copy"}}""", 422, "invalid")]
    [InlineData("""{"kind":"try_hypothesis","play":"onboarding","why":"x","hypothesis":{"variable":"cta","setting":1,"change":"c","expectedImpact":-1,"class":"copy"}}""", 422, "invalid")]
    [InlineData("""{"kind":"change_policy","why":"x","policy":"version: 1\nset:\n  play.max_activ: 3\n"}""", 422, "invalid")]
    public async Task Propose_WhatNobodyCouldAnswer_IsRefusedAndNotRecorded(string body, int status, string code)
    {
        await using var kit = await OpenAsync();
        var answer = await ProposeAsync(kit, body);
        Assert.True((answer.Status, answer.Code) == (status, code), answer.Text);
        Assert.Empty(await kit.Loop.EventsAsync<ProposalMade>());
    }

    [Fact]
    [Trait("Req", "S1-163")]
    public async Task Hypothesis_OfAProgram_IsTriedWithPoliciesLeaveOnceApproved()
    {
        await using var kit = await OpenAsync();
        var asked = await ProposeAsync(kit, Hypothesis);
        Assert.True(asked.Status == 202, asked.Text);
        Assert.Equal((200, ""), await AnswerAsync(kit, Field(asked, "id"), "ana@example.com"));
        await kit.Loop.RunAsync(0.01);
        var tried = Assert.Single((await kit.Loop.EventsAsync<HypothesesProposed>())[0].Event.Hypotheses);
        Assert.Equal(($"onboarding-{Field(asked, "id")}", "\"Eight words\""), (tried.Id, tried.Setting.Json));

        // What a program rates is no rating: it is high, so the start is asked for besides.
        await kit.Loop.RunAsync(1);
        var start = (await kit.Loop.EventsAsync<ApprovalAsked>())[^1].Event.Request;
        Assert.Equal((ActionKind.StartExperiment, "loop"), (start.Action, start.RequestedBy));
        Assert.Equal((200, ""), await AnswerAsync(kit, start.Id, "ana@example.com"));
        await kit.Loop.RunAsync(0.1);
        Assert.Equal(tried.Fingerprint, Assert.Single(await kit.Loop.EventsAsync<ExperimentStarted>()).Event.Hypothesis.Fingerprint);
        Assert.Empty(Orphans.Of(await kit.Loop.TrailAsync()));
    }

    [Fact]
    public async Task Hypothesis_TheSameTwice_WaitsOnce()
    {
        await using var kit = await OpenAsync();
        var first = Field(await ProposeAsync(kit, Hypothesis), "id");
        var second = Field(await kit.SendAsync("POST", "/api/proposals", Role.Viewer, Hypothesis), "id");
        Assert.NotEqual(first, second);
        await AnswerAsync(kit, first, "ana@example.com");
        await AnswerAsync(kit, second, "ana@example.com");
        await kit.Loop.RunAsync(0.01);
        Assert.Equal("known", Assert.Single(await kit.Loop.EventsAsync<HypothesisRejected>()).Event.Code);
        Assert.Equal(1, (await kit.Loop.ViewAsync("onboarding")).Backlog);
    }

    [Fact]
    [Trait("Req", "S1-163")]
    public async Task Policy_OfAProgram_ComesIntoForceOnlyByPeople_AndAWiderOneByTwo()
    {
        await using var kit = await OpenAsync();
        var wider = PolicyText.With("play.max_starts: 5", "site.max_active: 9");
        var asked = await ProposeAsync(kit, $$"""{"kind":"change_policy","why":"more","policy":{{System.Text.Json.JsonSerializer.Serialize(wider)}}}""");
        Assert.True(asked.Status == 202, asked.Text);
        Assert.Contains(asked.Json.GetProperty("reasons").EnumerateArray(), reason => reason.GetString()!.StartsWith("allows more: site.max_active", StringComparison.Ordinal));
        Assert.Equal((200, ""), await AnswerAsync(kit, Field(asked, "id"), "ana@example.com"));
        await kit.Loop.RunAsync(0.01);
        Assert.Equal(PolicyText.Full, Field(await kit.GetAsync("/api/policy"), "text"));
        Assert.Equal((200, ""), await AnswerAsync(kit, Field(asked, "id"), "ben@example.com"));
        await kit.Loop.RunAsync(0.01);
        Assert.Equal(wider, Field(await kit.GetAsync("/api/policy"), "text"));
        Assert.Equal("executed", Field(await kit.GetAsync($"/api/proposals/{Field(asked, "id")}"), "state"));
        Assert.EndsWith("proposed by helper-bot", Assert.Single(await kit.Loop.EventsAsync<OrderGiven>("-")).Event.Detail, StringComparison.Ordinal);
    }

    private static async Task<ApiKit> OpenAsync()
    {
        var kit = await ApiKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Normal) });
        await kit.Loop.RunAsync(0.4);
        return kit;
    }

    private static string Field(ApiAnswer answer, string name) => answer.Json.GetProperty(name).ToString();

    private static (int Status, string? Code) CodeOf(ApiAnswer answer) => (answer.Status, answer.Code);

    private static async Task<ApiAnswer> ProposeAsync(ApiKit kit, string body, params (string Name, string Value)[] headers) => await kit.SendAsync(
        "POST", "/api/proposals", null, body, "application/json", [("Authorization", $"Bearer {await kit.TokenAsync(Role.Viewer, "helper-bot", isHuman: false)}"), .. headers]);

    private static async Task<(int Status, string Code)> AnswerAsync(ApiKit kit, string approval, string by, bool isHuman = true, bool approve = true)
    {
        var hash = Field(await kit.GetAsync($"/api/approvals/{approval}"), "payloadHash");
        var token = await kit.TokenAsync(Role.Approver, by, isHuman);
        var answer = await kit.SendAsync(
            "POST", $"/api/approvals/{approval}", null, $$"""{"decision":"{{(approve ? "approve" : "reject")}}","payloadHash":"{{hash}}","comment":"seen"}""",
            "application/json", ("Authorization", $"Bearer {token}"));
        return (answer.Status, answer.Status == 200 ? "" : answer.Code ?? answer.Text);
    }
}
