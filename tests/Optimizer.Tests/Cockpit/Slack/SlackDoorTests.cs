using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Cockpit.Slack;
using Optimizer.Testing;
using Optimizer.Tests.Cockpit.Approvals;
using Optimizer.Workflows.Notices;

namespace Optimizer.Tests.Cockpit.Slack;

/// <summary>Only what Slack signed, and lately, is looked at.</summary>
public class SlackDoorTests
{
    // Of Slack's own documentation.
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const long Time = 1531420618;

    [Theory]
    [InlineData(0, "1531420618", Signature, true)]
    [InlineData(300, "1531420618", Signature, true)]
    [InlineData(-300, "1531420618", Signature, true)]
    [InlineData(301, "1531420618", Signature, false)]
    [InlineData(-301, "1531420618", Signature, false)]
    [InlineData(0, "1531420619", Signature, false)]
    [InlineData(0, " 1531420618", Signature, false)]
    [InlineData(0, "-1", Signature, false)]
    [InlineData(0, "99999999999999999999", Signature, false)]
    [InlineData(0, "1531420618", "v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503", false)]
    [InlineData(0, "1531420618", "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", false)]
    [InlineData(0, "1531420618", "", false)]
    [InlineData(0, "1531420618", "v0=é", false)]
    public void IsRight_OfSlacksOwnExample_HoldsForItAloneAndForFiveMinutes(int late, string time, string signature, bool isRight)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(Time + late);
        Assert.Equal(isRight, SlackSignature.IsRight(["another secret", Secret], time, signature, System.Text.Encoding.UTF8.GetBytes(Body), now));
        Assert.False(SlackSignature.IsRight(["another secret"], time, signature, System.Text.Encoding.UTF8.GetBytes(Body), now));
        Assert.False(SlackSignature.IsRight([Secret], time, signature, System.Text.Encoding.UTF8.GetBytes(Body + " "), now));
    }

    [Fact]
    public async Task Send_UnsignedForgedOrOld_IsRefusedAndDecidesNothing()
    {
        await using var kit = await SlackKit.OpenAsync();
        await kit.AskAsync();
        var body = $"payload={Uri.EscapeDataString(SlackKit.Pressed(SlackKit.Ana, SlackWords.Approve, kit.Message).ToJsonString())}";
        var now = kit.Api.Loop.Clock.GetUtcNow();

        Assert.Equal((401, "bad_signature"), Pair(await kit.SendAsync(body, ("X-None", "1"))));
        Assert.Equal((401, "bad_signature"), Pair(await kit.SendAsync(body, SlackKit.Signed(body, now, "another secret"))));
        Assert.Equal((401, "bad_signature"), Pair(await kit.SendAsync(body, SlackKit.Signed(body, now.AddSeconds(-301)))));
        Assert.Equal((401, "bad_signature"), Pair(await kit.SendAsync(body, SlackKit.Signed(body + "x", now))));
        Assert.Equal((401, "bad_signature"), Pair(await kit.SendAsync(body, [.. SlackKit.Signed(body, now), .. SlackKit.Signed(body, now)])));
        Assert.Empty(await kit.Api.AnswersAsync());
        Assert.True(kit.HasButtons);
    }

    [Fact]
    public async Task Send_PlayedBack_IsASecondPressThatChangesNothing()
    {
        await using var kit = await SlackKit.OpenAsync();
        await kit.AskAsync();
        var body = $"payload={Uri.EscapeDataString(SlackKit.Pressed(SlackKit.Ana, SlackWords.Approve, kit.Message).ToJsonString())}";
        var signed = SlackKit.Signed(body, kit.Api.Loop.Clock.GetUtcNow());

        Assert.Equal(200, (await kit.SendAsync(body, signed)).Status);
        Assert.Equal(200, (await kit.SendAsync(body, signed)).Status);

        Assert.Single(await kit.Api.AnswersAsync(), each => each.Counts);
    }

    [Fact]
    public async Task Send_SignedButNoPress_IsMalformed()
    {
        await using var kit = await SlackKit.OpenAsync();
        foreach (var body in new[]
        {
            "payload=",
            "payload=%7B",
            "payload=[]",
            "payload=null",
            "payload={}&payload={}",
            "other=1",
            "",
            "payload={\"type\":\"block_actions\",\"user\":{\"id\":\"U024BE7LH\"},\"actions\":[]}",
            "payload={\"type\":\"block_actions\",\"user\":{\"id\":\"U024BE7LH\"},\"actions\":[{\"action_id\":\"approve\",\"value\":\"x\"}]}",
            "payload={\"type\":\"block_actions\",\"user\":{\"id\":\"../../etc\"},\"actions\":[{\"action_id\":\"approve\",\"value\":\"a|b\"}]}",
            "payload={\"type\":\"view_submission\",\"user\":{\"id\":\"U024BE7LH\"},\"view\":{\"callback_id\":\"reject_reason\",\"private_metadata\":\"[1]\"}}",
            "payload={\"type\":\"block_actions\",\"user\":{\"id\":\"\\ud800\"}}",
        })
        {
            Assert.Equal((400, "malformed"), Pair(await kit.SendAsync(body)));
        }
    }

    [Fact]
    public async Task Send_WhatIsNotForUs_IsAcknowledged()
    {
        await using var kit = await SlackKit.OpenAsync();
        Assert.Equal((200, ""), Told(await kit.SendAsync(new JsonObject { ["type"] = "view_closed", ["user"] = new JsonObject { ["id"] = "U0STRANGER" } })));
        await kit.AskAsync();
        Assert.Equal((200, ""), Told(await kit.PressAsync("U0STRANGER", SlackWords.Open)));
        Assert.Empty(kit.Slack.Whispers);

        static (int, string) Told(Answered answered) => (answered.Status, answered.Text);
    }

    [Fact]
    public async Task Send_TenMegabytesOrAnotherType_IsRefusedUnread()
    {
        await using var kit = await SlackKit.OpenAsync();
        Assert.Equal((413, "too_large"), Pair(await kit.SendAsync("payload=" + new string('x', 10 << 20))));
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(415, (await kit.Api.SendAsync("POST", "/api/slack/interactions", null, json)).Status);
    }

    [Fact]
    public async Task Send_WhereNoSinkTakesAnswers_IsNotFound()
    {
        await using var kit = await AnswerKit.OpenAsync();
        using var form = new FormUrlEncodedContent([new("payload", "{}")]);
        Assert.Equal(404, (await kit.SendAsync("POST", "/api/slack/interactions", null, form)).Status);
    }

    [SharedFact]
    public void Read_OfTheVendorsPayload_FindsWhoPressedWhat()
    {
        var payload = JsonNode.Parse(File.ReadAllText(SharedFolder.File("examples", "slack", "block_actions.payload.json")))!["payload"]!;
        payload["actions"]![0]!["value"] = "apr_01H|abc";
        var press = SlackPress.Read(payload.ToJsonString())!;
        Assert.Equal((SlackPressKind.Approve, "U2CERLKJA", "T1DC2JH3J", "C123", "1548261231.000200"), (press.Kind, press.Person, press.Team, press.Channel, press.Message));
    }

    private static (int Status, string Code) Pair(Answered answered) => (answered.Status, JsonDocument.Parse(answered.Text).RootElement.GetProperty("code").GetString()!);
}
