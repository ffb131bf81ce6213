using System.Text.Json.Nodes;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Operations;

namespace Optimizer.Tests.Standalone.Operations;

public class StatusPageTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Write_PlayUnderWay_SaysDayWhomItWaitsForAndWhatDoesNotAnswer()
    {
        var page = Page(console => StatusPage.Write(console, [Play("""
            {"id": "onboarding", "stage": "waiting", "autonomy": "semi", "nextTick": "2026-03-03T08:00:00Z",
             "activeExperiment": {"id": "onboarding-3", "day": 4, "endDay": 14, "lastLook": {"gain": 0.123}},
             "waitingOn": {"approval": "onboarding-q7", "seat": "owner", "until": "2026-03-02T15:00:00Z"},
             "lastDecision": {"experiment": "onboarding-2", "kind": "adopt_proven"}, "kpis": [{"kpi": "trials", "class": "normal", "change": 0.01}, {"kpi": "activation", "class": "drop", "change": -0.31}], "problem": "[red]no[/] answer"}
            """)], Now));

        foreach (var expected in new[] { "onboarding-3 day 4/14, +12.3 %", "owner: onboarding-q7, ends in 3 h", "in 20 h", "onboarding-2 adopt proven", "drop -31.0 %", "[red]no[/] answer" })
        {
            Assert.Contains(expected, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_AllFacts_AreLinesInWords()
    {
        var page = Page(console => FactsPage.Write(console, "x", Play("""
            {"isTracked": false, "nextTick": "2026-03-02T13:00:00Z", "nothing": null, "none": [], "capsLeft": [{"rule": "daily_cap", "scope": "site shop.example", "used": 1, "most": 3, "window": "started on 2026-03-02", "left": 2}],
             "kpis": [{"kpi": "activation", "class": "drop", "recent": 0.1374, "change": -0.31}, {"kpi": "trials", "class": "insufficient_data", "recent": null, "change": null}],
             "activeExperiment": {"stopRules": [{"rule": "harm", "distance": 0.5}], "lastLook": {"reasons": ["no\u001b[2J harm"]}}}
            """), Now));

        foreach (var expected in new[] { "is tracked  no", "2026-03-02 13:00:00Z (in 1 h)", "caps left:", "- daily cap: 1 of 3 started on 2026-03-02, 2 left (site shop.example)",
            "- activation: drop, -31.0 % against its baseline; 0.1374 in", "- trials: insufficient data", "stop rules:", "- rule harm, distance 0.5", "\\u001b[2J harm" })
        {
            Assert.Contains(expected, page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("nothing", page, StringComparison.Ordinal);
    }

    private static JsonObject Play(string json) => (JsonObject)JsonNode.Parse(json)!;

    private static string Page(Action<Spectre.Console.IAnsiConsole> write)
    {
        using var output = new StringWriter();
        write(new Terminal(TextReader.Null, output, TextWriter.Null, OutputRedirected: true, ErrorRedirected: true).Console());
        return output.ToString();
    }
}
