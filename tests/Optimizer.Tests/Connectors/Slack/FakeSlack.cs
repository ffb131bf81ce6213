using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Optimizer.Tests.Connectors.Slack;

/// <summary>Slack as its documentation says it is: keeps messages, and refuses what breaks its limits.</summary>
internal sealed class FakeSlack : HttpMessageHandler
{
    public const string Token = "xoxb-000000000000-test";

    private readonly Lock _gate = new();
    private int _posted;

    /// <summary>Answers in place of the usual one; null leaves it to that. Called before anything is done.</summary>
    public Func<string, JsonObject, HttpResponseMessage?> Instead { get; set; } = (_, _) => null;

    /// <summary>Called after it was done; throws to lose the answer on its way.</summary>
    public Action<string> Done { get; set; } = _ => { };

    public List<(string Method, JsonObject Arguments)> Calls { get; } = [];

    /// <summary>The messages that stand in channels now, by their time stamps.</summary>
    public SortedDictionary<string, JsonObject> Messages { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Whispers => Calls.Where(call => call.Method == "chat.postEphemeral").Select(call => Text(call.Arguments, "text"));

    public int Count(string method) => Calls.Count(call => call.Method == method);

    public static HttpResponseMessage Error(string error, HttpStatusCode status = HttpStatusCode.OK) => Reply(new() { ["ok"] = false, ["error"] = error }, status);

    public static HttpResponseMessage Limited(int seconds)
    {
        var answer = Error("ratelimited", HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return answer;
    }

    public static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal("https://slack.com/api", request.RequestUri!.GetLeftPart(UriPartial.Path)[..21]);
        var method = request.RequestUri.Segments[^1];
        var arguments = (JsonObject)JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        lock (_gate)
        {
            Calls.Add((method, arguments));
            var answer = Instead(method, arguments) ?? (request.Headers.Authorization?.ToString() == $"Bearer {Token}" ? Usual(method, arguments) : Error("invalid_auth"));
            Done(method);
            return answer;
        }
    }

    private HttpResponseMessage Usual(string method, JsonObject arguments)
    {
        if (arguments["blocks"] is JsonArray blocks && SlackLimits.Broken(blocks) is { } broken)
        {
            Assert.Fail($"{broken}: {blocks.ToJsonString()}");
        }

        switch (method)
        {
            case "auth.test":
                return Reply(new() { ["ok"] = true, ["team"] = "Subarachnoid Workspace", ["team_id"] = "T12345678", ["user"] = "grace", ["user_id"] = "W12345678" });
            case "chat.postMessage":
                var ts = $"1503435956.{++_posted:000000}";
                Messages[ts] = arguments;
                return Reply(new() { ["ok"] = true, ["channel"] = Text(arguments, "channel"), ["ts"] = ts });
            case "chat.update" when !Messages.ContainsKey(Text(arguments, "ts")):
                return Error("message_not_found");
            case "chat.update":
                Messages[Text(arguments, "ts")] = arguments;
                return Reply(new() { ["ok"] = true, ["channel"] = Text(arguments, "channel"), ["ts"] = Text(arguments, "ts") });
            case "chat.delete":
                return Messages.Remove(Text(arguments, "ts")) ? Reply(new() { ["ok"] = true }) : Error("message_not_found");
            case "chat.postEphemeral":
                return Reply(new() { ["ok"] = true, ["message_ts"] = "1503435956.999999" });
            case "views.open":
                Assert.Null(SlackLimits.Broken((JsonArray)arguments["view"]!["blocks"]!));
                return Reply(new() { ["ok"] = true, ["view"] = new JsonObject { ["id"] = "VMHU10V25" } });
            default:
                return Error("unknown_method");
        }
    }

    private static HttpResponseMessage Reply(JsonObject body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
