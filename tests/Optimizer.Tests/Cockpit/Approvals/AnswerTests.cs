using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Cockpit.Approvals;

public class AnswerTests
{
    [Fact]
    [Trait("Req", "S1-041")]
    public async Task Post_Approve_IsJudgedByTheQuestionAndRecordsWhoAndHow()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();

        var answered = await kit.AnswerAsync("ana@example.com", asked);

        Assert.Equal((200, "approved"), (answered.Status, answered.Word));
        var answer = Assert.Single(answered.Json.GetProperty("answers").EnumerateArray());
        Assert.Equal(("ana@example.com", "http", "manager"), (answer.GetProperty("by").GetString(), answer.GetProperty("channel").GetString(), answer.GetProperty("seat").GetString()));
        Assert.StartsWith("token ", answer.GetProperty("authenticated").GetString(), StringComparison.Ordinal);
        Assert.Equal("ana@example.com", answered.Field("endedBy"));
    }

    [Fact]
    public async Task Post_TheSameAgain_IsGivenTheFirstAnswer_AnotherIsAConflict()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        var first = await kit.AnswerAsync("ana@example.com", asked);

        var again = await kit.AnswerAsync("ana@example.com", asked);
        var other = await kit.AnswerAsync("ana@example.com", asked, approve: false);
        var bens = await kit.AnswerAsync("ben@example.com", asked);

        Assert.Equal((200, first.Text), (again.Status, again.Text));
        Assert.Equal((409, "already_decided"), (other.Status, other.Word));
        Assert.Equal((200, "ana@example.com"), (bens.Status, bens.Field("endedBy")));
        Assert.Single(await kit.AnswersAsync(), answer => answer.Counts);
    }

    [Theory]
    [InlineData("gina@example.com", Role.Approver, Seat.Owner, true, 403, "seat_too_low")]
    [InlineData("bot", Role.Admin, Seat.Ceo, false, 403, "program")]
    [InlineData("zoe@example.com", Role.Approver, Seat.Ceo, true, 403, "own_proposal")]
    [InlineData("vic@example.com", Role.Viewer, Seat.Ceo, true, 403, "wrong_role")]
    [Trait("Req", "C24")]
    public async Task Post_OfWhoMayNot_IsRefusedByNameAndChangesNothing(string name, Role role, Seat seat, bool isHuman, int status, string code)
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync(kit.Request() with { RequestedBy = "Zoe@example.com" });
        _ = await kit.TokenAsync(name, role, seat, isHuman);

        var refused = await kit.AnswerAsync(name, asked);

        Assert.Equal((status, code), (refused.Status, refused.Word));
        Assert.Equal("pending", (await kit.SendAsync("GET", $"/api/approvals/{asked.Id}", await kit.TokenAsync("ana@example.com"))).Word);
        Assert.DoesNotContain(await kit.AnswersAsync(), answer => answer.Counts);
    }

    [Fact]
    public async Task Post_WithoutAToken_Is401()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        var body = new { decision = "approve", payloadHash = asked.PayloadHash };

        Assert.Equal(401, (await kit.SendAsync("POST", $"/api/approvals/{asked.Id}", null, body)).Status);
        Assert.Equal(401, (await kit.SendAsync("POST", $"/api/approvals/{asked.Id}", "opt_" + new string('0', 12) + "_" + new string('0', 64), body)).Status);
        Assert.Equal(401, (await kit.SendAsync("GET", "/api/approvals")).Status);
    }

    [Theory]
    [InlineData("""{"decision":"approve","payloadHash":"aaaa000011112222","seat":"ceo"}""", 422)]
    [InlineData("""{"decision":"maybe","payloadHash":"aaaa000011112222"}""", 422)]
    [InlineData("""{"decision":"approve"}""", 422)]
    [InlineData("""{"decision":"approve",""", 400)]
    [InlineData("""{"decision":"reject","payloadHash":"aaaa000011112222","comment":"  "}""", 422)]
    public async Task Post_BodyThatSaysMoreOrLess_IsRefused(string body, int status)
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();

        var refused = await kit.SendAsync("POST", $"/api/approvals/{asked.Id}", await kit.TokenAsync("ana@example.com"), body);

        Assert.Equal(status, refused.Status);
        Assert.DoesNotContain(await kit.AnswersAsync(), answer => answer.Counts);
    }

    [Fact]
    public async Task Post_ToAnotherChange_IsSupersededAndNamesTheNewHash()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();

        var refused = await kit.AnswerAsync("ana@example.com", asked, hash: "ffff000011112222");

        Assert.Equal((409, "superseded"), (refused.Status, refused.Word));
        Assert.Contains(asked.PayloadHash, refused.Field("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-question")]
    [InlineData("%01")]
    [InlineData("a%2F..%2Fb")]
    public async Task Get_OfNone_Is404(string id)
    {
        await using var kit = await AnswerKit.OpenAsync();

        Assert.Equal(404, (await kit.SendAsync("GET", $"/api/approvals/{id}", await kit.TokenAsync("ana@example.com"))).Status);
        Assert.Equal(404, (await kit.SendAsync(
            "POST", $"/api/approvals/{id}", await kit.TokenAsync("ana@example.com"), new { decision = "approve", payloadHash = "x" })).Status);
    }

    [Fact]
    public async Task Post_HundredAtOnce_OneDecides()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        string[] people = [.. Enumerable.Range(0, 100).Select(number => $"p{number}@example.com")];
        foreach (var person in people)
        {
            await kit.TokenAsync(person);
        }

        var answers = await Task.WhenAll(people.Select((person, index) => Task.Run(() => kit.AnswerAsync(person, asked, approve: index % 2 == 0))));

        var counted = Assert.Single(await kit.AnswersAsync(), answer => answer.Counts).Answer;
        Assert.All(answers.Where((_, index) => index % 2 == 0 == counted.Approve), answer => Assert.Equal((200, counted.By), (answer.Status, answer.Field("endedBy"))));
        Assert.All(answers.Where((_, index) => index % 2 == 0 != counted.Approve), answer => Assert.Equal((409, "already_decided"), (answer.Status, answer.Word)));
        Assert.Single(await kit.Loop.EventsAsync<Optimizer.Domain.Audit.Events.ApprovalEnded>());
    }

    [Fact]
    public async Task Post_Quorum_NeedsDifferentPeopleAndOneNoEndsIt()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync(kit.Request() with { Quorum = 2 });

        var first = await kit.AnswerAsync("ana@example.com", asked);
        var again = await kit.AnswerAsync("ana@example.com", asked);
        Assert.Equal((200, "pending", "1"), (first.Status, first.Word, first.Field("approvals")));
        Assert.Equal((200, "pending", "1"), (again.Status, again.Word, again.Field("approvals")));
        Assert.Equal("approved", (await kit.AnswerAsync("ben@example.com", asked)).Word);

        var other = await kit.AskAsync(kit.Request("onboarding-q2") with { Quorum = 2 });
        await kit.AnswerAsync("ana@example.com", other);
        Assert.Equal("rejected", (await kit.AnswerAsync("ben@example.com", other, approve: false)).Word);
    }

    [Fact]
    public async Task Post_ManyThatDoNotCount_LeaveTheQuestionOpen()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        _ = await kit.TokenAsync("gina@example.com", seat: Seat.Engineer);
        for (var times = 0; times < 300; times++)
        {
            Assert.Equal(403, (await kit.AnswerAsync("gina@example.com", asked)).Status);
        }

        Assert.Single(await kit.AnswersAsync());
        Assert.Equal("approved", (await kit.AnswerAsync("ana@example.com", asked)).Word);
    }
}
