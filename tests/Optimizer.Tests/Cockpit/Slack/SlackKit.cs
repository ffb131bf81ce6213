using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Optimizer.Cockpit.Approvals;
using Optimizer.Cockpit.Slack;
using Optimizer.Connectors.Notices;
using Optimizer.Domain.Approvals;
using Optimizer.Tests.Cockpit.Approvals;
using Optimizer.Tests.Connectors.Slack;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Workflows.Notices;

namespace Optimizer.Tests.Cockpit.Slack;

/// <summary>A loop that asks in Slack and is answered from there: outbox, sink, a Slack of our own, and the API.</summary>
internal sealed class SlackKit : IAsyncDisposable
{
    public const string Channel = "C024BE7LH";
    public const string Ana = "U024BE7LH";
    public const string Ben = "U024BE7BE";

    private const string Path = "/api/slack/interactions";
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private static readonly NoticeSettings Settings = NoticeFile.Read($$"""
        version: 1
        link: https://optimizer.example/
        people: {{{Ana}}: ana@example.com, {{Ben}}: ben@example.com, U0NOTOKEN: nobody@example.com, U00000BOT: bot}
        sinks: [{name: growth, kind: slack, channel: {{Channel}}, tokenFrom: TOKEN, secretFrom: SECRET}]
        """, "notifications.yaml").Settings!;

    private readonly LateNotifier _late = new();

    private SlackKit()
    {
    }

    public FakeSlack Slack { get; } = new();

    public AnswerKit Api { get; private set; } = null!;

    public NoticePost Post { get; private set; } = null!;

    /// <summary>The only message that stands in the channel.</summary>
    public (string Ts, JsonObject Content) Message => Assert.Single(Slack.Messages) is var (ts, content) ? (ts, content) : default;

    /// <summary>All that people read in it.</summary>
    public string Shown => Message.Content["blocks"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public bool HasButtons => Buttons(Message.Content).Any(button => FakeSlack.Text(button, "action_id") is SlackWords.Approve or SlackWords.Reject);

    public static async Task<SlackKit> OpenAsync(KitOptions? options = null)
    {
        var kit = new SlackKit();
        options ??= new();
        kit.Api = await AnswerKit.OpenAsync(
            options with { Change = world => (options.Change?.Invoke(world) ?? world) with { Notifier = kit._late } },
            loop => kit.Open(loop));
        _ = await kit.Api.TokenAsync("ana@example.com");
        _ = await kit.Api.TokenAsync("ben@example.com");
        return kit;
    }

    /// <summary>Asks, and delivers the question.</summary>
    public async Task<ApprovalRequest> AskAsync(ApprovalRequest? request = null)
    {
        var asked = await Api.AskAsync(request);
        await DeliverAsync();
        return asked;
    }

    /// <summary>Lets what is under way end, and delivers all that is due.</summary>
    public async Task DeliverAsync(double days = 0)
    {
        await Api.Loop.RunAsync(days);
        _ = await Post.DeliverDueAsync(default);
    }

    /// <summary>Somebody presses a button of a message as it stands, or stood.</summary>
    public Task<Answered> PressAsync(string person, string action, (string Ts, JsonObject Content)? message = null) => SendAsync(Pressed(person, action, message ?? Message));

    /// <summary>What Slack sends when a button is pressed.</summary>
    public static JsonObject Pressed(string person, string action, (string Ts, JsonObject Content) message)
    {
        var button = (JsonObject)Buttons(message.Content).First(each => FakeSlack.Text(each, "action_id") == action).DeepClone();
        button["action_ts"] = "1548426417.840180";
        button["block_id"] = "VfKmQ";
        return new()
        {
            ["type"] = "block_actions",
            ["user"] = new JsonObject { ["id"] = person, ["username"] = "roadrunner", ["name"] = "roadrunner", ["team_id"] = "T1DC2JH3J" },
            ["api_app_id"] = "A123",
            ["token"] = "legacy-ignore",
            ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = Channel, ["is_ephemeral"] = false },
            ["trigger_id"] = "398738663015.47445629121.803a0bc8",
            ["team"] = new JsonObject { ["id"] = "T1DC2JH3J", ["domain"] = "testteamnow" },
            ["channel"] = new JsonObject { ["id"] = Channel, ["name"] = "growth" },
            ["message"] = new JsonObject { ["type"] = "message", ["bot_id"] = "B1", ["ts"] = message.Ts, ["blocks"] = message.Content["blocks"]!.DeepClone() },
            ["state"] = new JsonObject { ["values"] = new JsonObject() },
            ["response_url"] = "https://hooks.slack.com/actions/T1DC2JH3J/397700885554/96rGlfmib",
            ["actions"] = new JsonArray(button),
        };
    }

    /// <summary>Somebody sends the form that was opened last.</summary>
    public Task<Answered> SayWhyAsync(string person, string why)
    {
        var view = (JsonObject)Slack.Calls.Last(call => call.Method == "views.open").Arguments["view"]!.DeepClone();
        view["state"] = new JsonObject
        {
            ["values"] = new JsonObject { [SlackWords.Reason] = new JsonObject { [SlackWords.Reason] = new JsonObject { ["type"] = "plain_text_input", ["value"] = why } } },
        };
        return SendAsync(new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = "T1DC2JH3J", ["domain"] = "testteamnow" },
            ["user"] = new JsonObject { ["id"] = person, ["username"] = "roadrunner", ["name"] = "roadrunner", ["team_id"] = "T1DC2JH3J" },
            ["api_app_id"] = "A123",
            ["token"] = "legacy-ignore",
            ["trigger_id"] = "398738663015.47445629121.803a0bc8",
            ["view"] = view,
            ["response_urls"] = new JsonArray(),
        });
    }

    public Task<Answered> SendAsync(JsonObject payload) => SendAsync($"payload={Uri.EscapeDataString(payload.ToJsonString())}");

    /// <summary>Sends a body, signed unless other headers are given.</summary>
    public async Task<Answered> SendAsync(string body, params (string Name, string Value)[] headers)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        return await Api.SendAsync("POST", Path, null, content, headers.Length > 0 ? headers : Signed(body, Api.Loop.Clock.GetUtcNow()));
    }

    public static (string Name, string Value)[] Signed(string body, DateTimeOffset at, string secret = Secret)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var digest = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{time}:{body}"));
        return [("X-Slack-Request-Timestamp", time), ("X-Slack-Signature", $"v0={Convert.ToHexStringLower(digest)}")];
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        Post.Dispose();
        Slack.Dispose();
    }

    private static IEnumerable<JsonObject> Buttons(JsonObject content) => ((JsonArray)content["blocks"]!).Where(block => FakeSlack.Text(block!, "type") == "actions")
        .SelectMany(block => (JsonArray)block!["elements"]!).Cast<JsonObject>();

    private SlackDoor? Open(LoopKit loop)
    {
        Post = new(
            loop.Loop.Records.Told, Settings, Environment, System.IO.Path.GetTempPath(), _ => { }, loop.Clock, new(), null,
            new ApprovalCards(loop.Loop.Engine, loop.Loop.World.Audit).FindAsync, new SlackCarrier(Slack));
        _late.To = Post.Notifier;
        return SlackDoor.Open(Settings, Environment, Post.Rooms);
    }

    private static string? Environment(string name) => name switch
    {
        "TOKEN" => FakeSlack.Token,
        "SECRET" => Secret,
        _ => null,
    };
}
