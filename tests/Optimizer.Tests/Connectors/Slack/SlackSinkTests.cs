using System.Text.Json.Nodes;
using Optimizer.Connectors.Slack;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Notices;
using Optimizer.Domain.Policies;
using Optimizer.Tests.Connectors.Notices;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Slack;

/// <summary>One message per object, as the record has it, whatever dies or refuses on the way.</summary>
public class SlackSinkTests
{
    private static readonly ApprovalRequest Asked = new()
    {
        Action = ActionKind.StartExperiment,
        After = "b",
        AskedAt = HandClock.Start,
        Before = "a",
        Class = ChangeClass.Copy,
        ExpiresAt = HandClock.Start.AddHours(4),
        Id = "p-q1",
        OnTimeout = TimeoutAction.Reject,
        PayloadHash = "h",
        Play = "p",
        Quorum = 2,
        Reasons = ["in semi every change waits for an approval", "second", "3", "4", "5", "6", "7"],
        RequestedBy = "loop",
        Seat = Seat.Manager,
        Title = "Try b",
        TrafficShare = 0.25,
    };

    [Fact]
    [Trait("Req", "S1-031")]
    public async Task Deliver_Question_SaysAllThatItTakesToAnswer()
    {
        using var desk = new SlackDesk();
        await AskAsync(desk, Card(ApprovalState.Pending));

        var (ts, message) = Assert.Single(desk.Slack.Messages);
        var text = message["blocks"]!.ToJsonString();
        foreach (var part in new[]
        {
            "Approval needed", "*Try b*", "*Now*\\na", "*Then*\\nb", "25 % of the play", "risk low", "in semi every change waits", "and 2 more",
            $"date^{Asked.ExpiresAt.ToUnixTimeSeconds()}^", "manager or higher, 2 people (0 so far), a human", "it is rejected", "https://optimizer.example/approvals/p-q1", "p-q1|h",
        })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        Assert.Equal("C024BE7LH", FakeSlack.Text(message, "channel"));
        Assert.Equal(ts, (await desk.Store.MessageAsync("growth", "approval-p-q1", default))!.Place.Split('/')[1]);
        Assert.DoesNotContain(FakeSlack.Token, (await desk.LastAsync()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_AsItsStateChanges_ChangesTheOneMessageAlsoAfterARestart()
    {
        using var desk = new SlackDesk();
        await AskAsync(desk, Card(ApprovalState.Pending));
        var ts = desk.Slack.Messages.Keys.Single();

        foreach (var (card, kind, head) in new[]
        {
            (Card(ApprovalState.Pending) with { Reminders = 1 }, NoticeKind.ApprovalReminded, "Approval needed: reminder 1"),
            (Card(ApprovalState.Pending) with { IsEscalated = true }, NoticeKind.ApprovalReminded, "Approval needed: escalated"),
            (Card(ApprovalState.Expired), NoticeKind.ApprovalEnded, "Expired: nobody answered in time"),
        })
        {
            desk.Restart();
            desk.Cards["p-q1"] = card;
            await desk.TellAsync(new("p", "warn", head, "", "approval-p-q1") { Kind = kind });
            await desk.DeliverAsync();
            Assert.Contains(head, desk.Slack.Messages[ts]["blocks"]!.ToJsonString(), StringComparison.Ordinal);
            Assert.Equal(card.IsOpen, HasButtons(desk.Slack.Messages[ts]));
        }

        Assert.Equal((1, 3), (desk.Slack.Count("chat.postMessage"), desk.Slack.Count("chat.update")));
        Assert.Empty(await desk.Store.OpenMessagesAsync("growth", 10, default));
    }

    [Fact]
    public async Task Follow_ChangesThatNobodyTold_AreShownUntilNothingCanChange()
    {
        using var desk = new SlackDesk();
        await AskAsync(desk, Card(ApprovalState.Pending));
        var answer = new ApprovalAnswer(true, "ana@example.com", Seat.Manager, true, "h", "cli", HandClock.Start, null);
        var approved = Card(ApprovalState.Approved) with
        {
            Answers = [new(answer, true, ApprovalCode.Counted, ""), new(answer with { By = "ben@example.com" }, true, ApprovalCode.Counted, "")],
            EndedAt = HandClock.Start,
        };

        await ShowsAsync(Card(ApprovalState.Pending) with { Answers = [new(answer, true, ApprovalCode.Counted, "")] }, "2 people (1 so far)");
        await ShowsAsync(approved, "by *ben@example.com*");
        await ShowsAsync(approved with { State = ApprovalState.Failed, Aftermath = new(ApprovalState.Failed, "refused outside") }, "refused outside");
        await ShowsAsync(approved with { State = ApprovalState.Executed, Aftermath = new(ApprovalState.Executed, "the experiment was started") }, "Approved and carried out");

        Assert.Empty(await desk.Store.OpenMessagesAsync("growth", 10, default));
        var calls = desk.Slack.Calls.Count;
        desk.Clock.Now += TimeSpan.FromHours(1);
        await desk.DeliverAsync();
        Assert.Equal(calls, desk.Slack.Calls.Count);

        async Task ShowsAsync(ApprovalCard card, string part)
        {
            desk.Cards["p-q1"] = card;
            desk.Clock.Now += TimeSpan.FromMinutes(10);
            await desk.DeliverAsync();
            await desk.DeliverAsync();
            Assert.Contains(part, Assert.Single(desk.Slack.Messages).Value["blocks"]!.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Deliver_DeathAnywhere_PostsAtMostOnceMorePerDeathAndEndsRight()
    {
        var most = 0;
        for (var step = 0; step < 8; step++)
        {
            var (left, deaths) = (step, 0);
            using var desk = new SlackDesk(around: store => new DyingStore(store, () => --left == -1 && ++deaths > 0));
            desk.Cards["p-q1"] = Card(ApprovalState.Pending);
            while (desk.Slack.Messages.Count == 0 || (await desk.LastAsync()).State == ParcelState.Waiting)
            {
                try
                {
                    await desk.TellAsync(Question());
                    await desk.DeliverAsync();
                }
                catch (IOException)
                {
                    desk.Restart();
                }

                desk.Clock.Now += TimeSpan.FromMinutes(5);
            }

            left = -1;
            Assert.InRange(desk.Slack.Count("chat.postMessage"), 1, 1 + deaths);
            most = Math.Max(most, desk.Slack.Count("chat.postMessage"));
            desk.Cards["p-q1"] = Card(ApprovalState.Rejected);
            await desk.TellAsync(new("p", "info", "ended", "", "approval-p-q1") { Kind = NoticeKind.ApprovalEnded });
            await desk.DeliverAsync();
            Assert.False(HasButtons(desk.Slack.Messages.Values.Last()));
        }

        Assert.Equal(2, most);
    }

    [Fact]
    public async Task Deliver_RateLimited_WaitsAsLongAsSlackSays()
    {
        using var desk = new SlackDesk();
        desk.Slack.Instead = (_, _) => desk.Slack.Calls.Count == 1 ? FakeSlack.Limited(90) : null;
        await desk.TellAsync(new("p", "high", "one", "", "a") { Kind = NoticeKind.CapReached });
        await desk.TellAsync(new("q", "high", "two", "", "b") { Kind = NoticeKind.CapReached });
        await desk.DeliverAsync();
        Assert.Single(desk.Slack.Calls);
        Assert.Equal("ratelimited", (await desk.Store.FindAsync(1, default))!.Attempts[^1].Status);

        desk.Clock.Now += TimeSpan.FromSeconds(89);
        await desk.DeliverAsync();
        Assert.Single(desk.Slack.Calls);
        desk.Clock.Now += TimeSpan.FromSeconds(1);
        await desk.DeliverAsync();
        Assert.Equal(2, desk.Slack.Messages.Count);
    }

    [Theory]
    [InlineData("not_in_channel", ParcelState.Waiting, 600, "invite the app")]
    [InlineData("token_revoked", ParcelState.Waiting, 600, "xoxb-")]
    [InlineData("missing_scope", ParcelState.Waiting, 600, "chat:write")]
    [InlineData("internal_error", ParcelState.Waiting, 7, "internal_error")]
    [InlineData("something_new", ParcelState.Waiting, 7, "something_new")]
    [InlineData("msg_too_long", ParcelState.GivenUp, 0, "msg_too_long")]
    [InlineData("invalid_blocks", ParcelState.GivenUp, 0, "invalid_blocks")]
    public async Task Deliver_Refused_IsTriedAgainSoonOrRarelyOrNever(string error, ParcelState state, int seconds, string said)
    {
        using var desk = new SlackDesk();
        desk.Slack.Instead = (_, _) => FakeSlack.Error(error);
        await desk.TellAsync(new("p", "high", "one", "", "a") { Kind = NoticeKind.CapReached });
        await desk.DeliverAsync();

        var parcel = (await desk.Store.FindAsync(1, default))!;
        Assert.Equal(state, parcel.State);
        Assert.Contains(said, parcel.Attempts[^1].Status, StringComparison.Ordinal);
        Assert.InRange((parcel.NextTry - HandClock.Start).TotalSeconds, seconds * 0.5, seconds);
    }

    [Theory]
    [InlineData("<!channel> <@U024BE7LH> <https://evil.example|Approve> &amp;")]
    [InlineData("a\u202eb\u0007\nApproved by *ceo*\r\n```")]
    [InlineData("https://evil.example @here #general")]
    public async Task Deliver_TextOfOthers_MentionsNobodyAndLinksNowhere(string text)
    {
        using var desk = new SlackDesk();
        var answer = new ApprovalAnswer(true, text, Seat.Manager, true, "h", text, HandClock.Start, text) { For = text };
        await AskAsync(desk, Card(ApprovalState.Failed) with
        {
            Aftermath = new(ApprovalState.Failed, text, text),
            Answers = [new(answer, true, ApprovalCode.Counted, text)],
            Request = Asked with { After = text, Before = text, Experiment = text, Play = text, Reasons = [text], RequestedBy = text, Title = text },
        });
        await desk.TellAsync(new("q", "high", text, text, "a") { Kind = NoticeKind.CapReached });
        await desk.DeliverAsync();

        Assert.Equal(2, desk.Slack.Messages.Count);
        foreach (var message in desk.Slack.Messages.Values)
        {
            Assert.Equal(("none", false, false), (FakeSlack.Text(message, "parse"), message["link_names"]!.GetValue<bool>(), message["unfurl_links"]!.GetValue<bool>()));
            var said = Texts(message).ToList();
            Assert.DoesNotContain(said, each => each.Contains('\u202e', StringComparison.Ordinal) || each.Contains('\u0007', StringComparison.Ordinal) || each.Contains('\r', StringComparison.Ordinal));

            // Brackets are only around moments, which are ours.
            Assert.All(said, each => Assert.DoesNotMatch("<(?!!date\\^[0-9]+\\^)", each));
        }
    }

    [Fact]
    public async Task Deliver_VeryLongText_StaysWithinSlacksLimits()
    {
        using var desk = new SlackDesk();
        var text = string.Concat(Enumerable.Repeat("<&é🚀 ", 5000));
        await AskAsync(desk, Card(ApprovalState.Pending) with
        {
            Request = Asked with { After = text, Before = text, Reasons = [.. Enumerable.Repeat(text, 100)], RequestedBy = text, Title = text },
        });
        await desk.TellAsync(new("q", "high", text, text, "a") { Kind = NoticeKind.CapReached });
        await desk.DeliverAsync();

        Assert.Equal(2, desk.Slack.Messages.Count);
        Assert.All(desk.Slack.Messages.Values, message => Assert.InRange(message.ToJsonString().Length, 1, 40_000));
    }

    [Fact]
    [Trait("Req", "S1-047")]
    public async Task Deliver_Digest_IsOneMessageAndItsQuestionsHaveButtons()
    {
        using var desk = new SlackDesk(new() { Digest = [new(12, 0)] });
        desk.Cards["p-q1"] = Card(ApprovalState.Pending);
        for (var told = 0; told < 60; told++)
        {
            await desk.TellAsync(Desk.Suggestion($"p{told}", $"s{told}", $"o{told}"));
        }

        await desk.TellAsync(Question() with { Severity = "info" });
        await desk.DeliverAsync();
        Assert.Empty(desk.Slack.Messages);
        desk.Clock.Now = HandClock.Start.AddHours(2);
        await desk.DeliverAsync();

        Assert.Equal([true, false], desk.Slack.Messages.Values.Select(HasButtons));
        var digest = desk.Slack.Messages.Values.Last();
        Assert.Equal("Digest: 60 messages", FakeSlack.Text(digest, "text"));
        Assert.Contains("and 20 more", digest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_OtherObjects_AreOneMessageADay()
    {
        using var desk = new SlackDesk();
        await TellAsync("frozen", 0);
        await TellAsync("unfrozen", 1);
        Assert.Equal("unfrozen", FakeSlack.Text(Assert.Single(desk.Slack.Messages).Value, "text"));
        await TellAsync("frozen again", 25);
        Assert.Equal(2, desk.Slack.Messages.Count);

        async Task TellAsync(string subject, int hours)
        {
            desk.Clock.Now += TimeSpan.FromHours(hours);
            await desk.TellAsync(new("-", "high", subject, "", "freeze") { Kind = NoticeKind.LoopFrozen });
            await desk.DeliverAsync();
        }
    }

    [Fact]
    public async Task Deliver_MessageGoneOrReplayed_IsPostedAnewAndIsStillTheOnlyOne()
    {
        using var desk = new SlackDesk();
        await AskAsync(desk, Card(ApprovalState.Pending));
        desk.Slack.Messages.Clear();
        desk.Cards["p-q1"] = Card(ApprovalState.Pending) with { Reminders = 1 };
        await desk.TellAsync(Question() with { Subject = "again", Kind = NoticeKind.ApprovalReminded });
        await desk.DeliverAsync();
        var second = Assert.Single(desk.Slack.Messages).Key;

        desk.Clock.Now += TimeSpan.FromMinutes(1);
        _ = await desk.Store.ReplayAsync(1, desk.Clock.Now, default);
        await desk.DeliverAsync();

        Assert.NotEqual(second, Assert.Single(desk.Slack.Messages).Key);
        Assert.Equal(3, desk.Slack.Count("chat.postMessage"));
    }

    [Theory]
    [InlineData(FakeSlack.Token, true, "Subarachnoid Workspace")]
    [InlineData("xoxb-wrong", false, "invalid_auth: take the Bot User OAuth Token")]
    public async Task Check_AsksSlackWhoseTokenItIs_AndPostsNothing(string token, bool isRight, string said)
    {
        using var slack = new FakeSlack();
        var answer = await SlackCheck.AskAsync(token, slack, TimeProvider.System, default);
        Assert.Equal((isRight, !isRight), (answer.Delivered, answer.IsFinal));
        Assert.Contains(said, answer.Status, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", answer.Status, StringComparison.Ordinal);
        Assert.Empty(slack.Messages);
    }

    private static ApprovalCard Card(ApprovalState state) => new() { AskedAt = Asked.AskedAt, Request = Asked, State = state };

    private static Notice Question() => Desk.Question("p", "asked", "approval-p-q1") with { Request = Asked };

    private static async Task AskAsync(SlackDesk desk, ApprovalCard card)
    {
        desk.Cards["p-q1"] = card;
        await desk.TellAsync(Question());
        await desk.DeliverAsync();
    }

    private static bool HasButtons(JsonObject message) => message.ToJsonString().Contains("\"action_id\":\"approve\"", StringComparison.Ordinal);

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.Where(each => each.Key is not ("url" or "value")).SelectMany(each => Texts(each.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
