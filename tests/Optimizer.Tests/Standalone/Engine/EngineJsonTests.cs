using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Embedded.Inspection;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Standalone.Engine;

public class EngineJsonTests
{
    private const string Evil = "\u001b[2J\u009b\u007f\r\n\u2028\ud83d\ude00";

    private static readonly InstanceStatus Status = MadeUp.Status(Evil, RunState.Failed) with
    {
        Workflow = Evil,
        Failure = new(Evil, Evil, Evil, new("Cause", Evil), new Dictionary<string, string> { [Evil] = Evil }),
        Tags = new Dictionary<string, string> { [Evil] = Evil },
        Output = new("not JSON \u001b"u8.ToArray()),
        Status = Payload.Of(Evil),
    };

    [Fact]
    public void Of_AnyText_ComesBackAsItIsAndSteersNoTerminal()
    {
        var history = new MadeUp().Began(Evil).Turn().Call(Evil, Evil).Fired(0).Kept(Evil, Evil, 1).History(Status);
        JsonObject[] documents =
        [
            EngineJson.Of(Evil, new ListedPage([new(Status, [], Evil)], Evil)),
            EngineJson.Of(new InstanceReport(Status, [], history.Entries, [Status], Evil)),
            EngineJson.Of(history, lastTurns: null),
            EngineJson.Of(Evil, new FileCheck(1, 1, [new(Evil, Evil)])),
        ];

        Assert.All(documents, document =>
        {
            var text = Text(document);
            Assert.DoesNotContain(text.ReplaceLineEndings(""), sign => char.GetUnicodeCategory(sign) is UnicodeCategory.Control);
            Assert.Contains(Evil, Strings(JsonSerializer.Deserialize<JsonElement>(text)));
        });
    }

    [Fact]
    public void Of_Payloads_AreTheJsonTheyAreOrTheirText()
    {
        var report = new InstanceReport(Status with { Input = new("{\"a\":1.50,\"a\":[]}"u8.ToArray()) }, [], [], []);
        var json = JsonSerializer.Deserialize<JsonElement>(Text(EngineJson.Of(report)));

        Assert.Equal("1.50", json.GetProperty("input").EnumerateObject().First().Value.GetRawText());
        Assert.Equal("not JSON \u001b", json.GetProperty("output").GetString());
    }

    [Fact]
    public void Of_LastTurns_KeepsThoseAndWhatIsKept()
    {
        var history = new MadeUp().Began(1).Turn().Call("a", 1).Turn(1).Answer(0, 1).Sleep(5).Kept("s", 1, 1).History();
        var kinds = JsonSerializer.Deserialize<JsonElement>(Text(EngineJson.Of(history, lastTurns: 1))).GetProperty("entries").EnumerateArray();

        Assert.Equal(["turn", "activity_completed", "timer_set", "kept"], kinds.Select(entry => entry.GetProperty("kind").GetString()));
    }

    private static string Text(JsonObject document)
    {
        using var output = new StringWriter();
        new Terminal(TextReader.Null, output, TextWriter.Null, OutputRedirected: true, ErrorRedirected: true).WriteJson(document);
        return output.ToString();
    }

    private static IEnumerable<string?> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(field => Strings(field.Value)),
        _ => [],
    };
}
