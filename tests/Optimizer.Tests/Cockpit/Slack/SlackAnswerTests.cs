using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Tests.Connectors.Slack;
using Optimizer.Workflows.Notices;

namespace Optimizer.Tests.Cockpit.Slack;

/// <summary>Whoever presses a button decides, if they may, once; everybody sees who it was.</summary>
public class SlackAnswerTests
{
    [Fact]
    [Trait("Req", "S1-041")]
    public async Task Press_Approve_DecidesAndTheMessageShowsWho()
    {
        await using var kit = await SlackKit.OpenAsync();
        var asked = await kit.AskAsync();
        var before = kit.Message;
        Assert.Contains("Approval needed", kit.Shown, StringComparison.Ordinal);

        var answered = await kit.PressAsync(SlackKit.Ana, SlackWords.Approve);

        Assert.Equal((200, ""), (answered.Status, answered.Text));
        var answer = Assert.Single(await kit.Api.AnswersAsync());
        Assert.True(answer.Counts);
        Assert.Equal(
            ("ana@example.com", "slack", true, Seat.Manager, asked.PayloadHash, "slack user U024BE7LH of team T1DC2JH3J, signed by Slack"),
            (answer.Answer.By, answer.Answer.Channel, answer.Answer.Approve, answer.Answer.Seat, answer.Answer.PayloadHash, answer.Answer.Proof));
        Assert.Contains("Approved by *ana@example.com* (manager, slack)", kit.Shown, StringComparison.Ordinal);
        Assert.False(kit.HasButtons);
        await kit.DeliverAsync();
        Assert.Equal((before.Ts, 1), (kit.Message.Ts, kit.Slack.Count("chat.postMessage")));
    }

    [Fact]
    public async Task Press_Reject_AsksWhyAndDecidesWithTheReason()
    {
        await using var kit = await SlackKit.OpenAsync();
        await kit.AskAsync();

        Assert.Equal(200, (await kit.PressAsync(SlackKit.Ana, SlackWords.Reject)).Status);
        Assert.Empty(await kit.Api.AnswersAsync());
        var wrong = await kit.SayWhyAsync(SlackKit.Ana, "  ");
        Assert.Equal("errors", wrong.Field("response_action"));
        Assert.Empty(await kit.Api.AnswersAsync());
        var said = await kit.SayWhyAsync(SlackKit.Ana, "not before the <!channel> launch");

        Assert.Equal((200, ""), (said.Status, said.Text));
        var answer = Assert.Single(await kit.Api.AnswersAsync());
        Assert.Equal((true, false, "not before the <!channel> launch", "slack"), (answer.Counts, answer.Answer.Approve, answer.Answer.Comment, answer.Answer.Channel));
        Assert.Contains("Rejected by *ana@example.com*", kit.Shown, StringComparison.Ordinal);
        Assert.Contains("not before the &lt;!channel&gt; launch", kit.Shown, StringComparison.Ordinal);
        Assert.False(kit.HasButtons);
    }

    [Fact]
    public async Task Press_TwiceOrByAnother_TheFirstAnswerWinsAndTheSecondIsToldIt()
    {
        await using var kit = await SlackKit.OpenAsync();
        await kit.AskAsync();
        var before = kit.Message;
        await kit.PressAsync(SlackKit.Ana, SlackWords.Reject, before);

        var both = await Task.WhenAll(kit.PressAsync(SlackKit.Ana, SlackWords.Approve, before), kit.PressAsync(SlackKit.Ana, SlackWords.Approve, before));
        Assert.Equal([200, 200], both.Select(each => each.Status));
        await kit.PressAsync(SlackKit.Ben, SlackWords.Approve, before);
        var late = await kit.SayWhyAsync(SlackKit.Ben, "no");

        Assert.Single(await kit.Api.AnswersAsync(), each => each.Counts);
        Assert.Equal("update", late.Field("response_action"));
        Assert.Contains("already approved by ana@example.com", late.Text, StringComparison.Ordinal);
        Assert.Contains(kit.Slack.Whispers, said => said.Contains("already approved by ana@example.com", StringComparison.Ordinal));
        Assert.Contains("Approved by *ana@example.com*", kit.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_ByWhoIsNotMapped_IsToldAloneHowToBeLetInAndDecidesNothing()
    {
        await using var kit = await SlackKit.OpenAsync();
        await kit.AskAsync();
        _ = await kit.Api.TokenAsync("bot", isHuman: false);

        foreach (var person in new[] { "U0STRANGER", "U0NOTOKEN", "U00000BOT" })
        {
            Assert.Equal(200, (await kit.PressAsync(person, SlackWords.Approve)).Status);
            Assert.Equal(200, (await kit.PressAsync(person, SlackWords.Reject)).Status);
            Assert.Equal(person, FakeSlack.Text(kit.Slack.Calls[^1].Arguments, "user"));
        }

        Assert.Empty(await kit.Api.AnswersAsync());
        Assert.True(kit.HasButtons);
        Assert.Equal(0, kit.Slack.Count("views.open"));
        var said = kit.Slack.Whispers.ToList();
        Assert.Contains("U0STRANGER: you@example.com", said[0], StringComparison.Ordinal);
        Assert.Contains("optimizer tokens create nobody@example.com", said[2], StringComparison.Ordinal);
        Assert.Equal(6, said.Count);
    }

    [Fact]
    public async Task Press_OfWhoLostTheirTokenOrSitsTooLow_DoesNotCount()
    {
        await using var kit = await SlackKit.OpenAsync();
        await kit.AskAsync(kit.Api.Request() with { Seat = Seat.Ceo });
        var admin = await kit.Api.TokenAsync("root@example.com", Role.Admin, Seat.Ceo);

        await kit.PressAsync(SlackKit.Ana, SlackWords.Approve);
        Assert.Contains("CEO or higher must answer", kit.Slack.Whispers.Last(), StringComparison.Ordinal);
        var ben = await kit.Api.TokenAsync("ben@example.com");
        await kit.Api.SendAsync("DELETE", $"/api/tokens/{ben[4..16]}", admin);
        await kit.PressAsync(SlackKit.Ben, SlackWords.Approve);

        Assert.Contains("no valid token", kit.Slack.Whispers.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(await kit.Api.AnswersAsync(), each => each.Counts);
        Assert.True(kit.HasButtons);
    }

    [Fact]
    public async Task Press_ByWhoWasLentASeat_IsShownAsBForA()
    {
        await using var kit = await SlackKit.OpenAsync();
        var asked = await kit.AskAsync(kit.Api.Request() with { Seat = Seat.Ceo });
        var eva = await kit.Api.TokenAsync("eva@example.com", seat: Seat.Ceo);
        Assert.Equal(201, (await kit.Api.SendAsync("POST", "/api/approvals/delegations", eva, new { to = "ben@example.com", until = asked.AskedAt.AddDays(2) })).Status);

        await kit.PressAsync(SlackKit.Ben, SlackWords.Approve);

        Assert.Equal("ben@example.com for eva@example.com", Assert.Single(await kit.Api.AnswersAsync(), each => each.Counts).Answer.Who);
        Assert.Contains("Approved by *ben@example.com for eva@example.com* (CEO, slack)", kit.Shown, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "S1-042")]
    public async Task Press_AfterItRanOut_IsToldSoAndTheMessageHasNoButtons()
    {
        await using var kit = await SlackKit.OpenAsync();
        await kit.AskAsync();
        var before = kit.Message;
        await kit.Api.Loop.RunAsync(5.0 / 24);

        await kit.PressAsync(SlackKit.Ana, SlackWords.Approve, before);

        Assert.Contains("expired at", Assert.Single(kit.Slack.Whispers), StringComparison.Ordinal);
        Assert.DoesNotContain(await kit.Api.AnswersAsync(), each => each.Counts);
        Assert.Contains("Expired: nobody answered in time", kit.Shown, StringComparison.Ordinal);
        Assert.False(kit.HasButtons);
    }

    [Fact]
    public async Task Press_OfAnotherChangeThanIsAskedNow_IsSuperseded()
    {
        await using var kit = await SlackKit.OpenAsync();
        await kit.AskAsync();
        var payload = SlackKit.Pressed(SlackKit.Ana, SlackWords.Approve, kit.Message);
        payload["actions"]![0]!["value"] = new AskedChange("onboarding-q1", "bbbb000011112222").ToString();
        Assert.Equal(200, (await kit.SendAsync(payload)).Status);
        payload["actions"]![0]!["value"] = new AskedChange("nobody-asked-this", "bbbb000011112222").ToString();
        Assert.Equal(200, (await kit.SendAsync(payload)).Status);

        var said = kit.Slack.Whispers.ToList();
        Assert.Contains("superseded", said[0], StringComparison.Ordinal);
        Assert.Contains("not known here any more", said[1], StringComparison.Ordinal);
        Assert.DoesNotContain(await kit.Api.AnswersAsync(), each => each.Counts);
        Assert.True(kit.HasButtons);
    }

    [Fact]
    public async Task Press_WhenSlackDoesNotAnswerUs_DecidesAllTheSameAndTheMessageFollows()
    {
        await using var kit = await SlackKit.OpenAsync();
        await kit.AskAsync();
        kit.Slack.Instead = (_, _) => throw new HttpRequestException("no way out");

        Assert.Equal(200, (await kit.PressAsync(SlackKit.Ana, SlackWords.Approve)).Status);

        Assert.Single(await kit.Api.AnswersAsync(), each => each.Counts);
        Assert.True(kit.HasButtons);
        kit.Slack.Instead = (_, _) => null;
        await kit.DeliverAsync();
        Assert.False(kit.HasButtons);
    }
}
