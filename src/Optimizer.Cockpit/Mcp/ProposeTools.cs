using System.Text.Json.Nodes;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Mcp;

/// <summary>Tools that propose: policy rules on it, a person answers, and nothing is done before (S1-163).</summary>
internal static class ProposeTools
{
    private const string Asked = "Nothing is done: policy rules on it, and a person answers the question whose id is returned. Policy may refuse; the answer then names the rule.";

    private static readonly ToolField Why = new("why", FieldType.Text, "For the person who answers: why, with the ids of decisions it rests on.") { IsRequired = true, Longest = 2_000 };
    private static readonly ToolField Play = new("play", FieldType.Id, "Slug of the play.") { IsRequired = true };

    public static IReadOnlyList<ServedTool> All { get; } =
    [
        new("propose_hypothesis", $"Proposes a change of one variable for a play's backlog. {Asked}", call => ProposeAsync(call, "try_hypothesis", HypothesisOf))
        {
            Fields =
            [
                Play, Why,
                new("variable", FieldType.Text, "Key of the one variable it changes, such as subject_line.") { IsRequired = true },
                new("setting", FieldType.Json, "What the variable is set to in the variant: any JSON value.") { IsRequired = true },
                new("change", FieldType.Text, "What is changed, in words that a marketer can act on.") { IsRequired = true },
                new("expectedImpact", FieldType.Number, "Relative change of the goal in the good direction, above 0: 0.08 is 8 %.") { IsRequired = true, Most = 10 },
                new("class", FieldType.Text, "Kind of change, for policy.") { IsRequired = true, OneOf = Words<ChangeClass>() },
                new("risk", FieldType.Text, "How much it may hurt; what a program rates counts as high all the same.") { OneOf = Words<RiskLevel>() },
                new("segment", FieldType.Text, "Whom it concerns; everybody when left out.") { Longest = 200 },
                new("budgetChange", FieldType.Number, "Relative change of a budget, 0.25 is +25 %; left out when it touches none.") { Least = -1, Most = 10 },
                new("trafficShare", FieldType.Number, "Share of the traffic it concerns, 0 to 1; 1 when left out.") { Most = 1 },
            ],
            IsProposal = true,
        },
        new("propose_action", $"Proposes to pause, resume or stop a play. {Asked}", call => ProposeAsync(call, $"{call.Text("action")}_play"))
        {
            Fields =
            [
                new("action", FieldType.Text, "pause lets optimisation stand still, resume lets it go on, stop ends the play for good.") { IsRequired = true, OneOf = ["pause", "resume", "stop"] },
                Play, Why,
            ],
            IsProposal = true,
        },
        new("propose_policy_change", $"Proposes another policy, whole. {Asked} One that allows more needs two people.",
            call => ProposeAsync(call, "change_policy", (from, body) => body["policy"] = from.Text("policy")))
        {
            Fields = [new("policy", FieldType.Text, "The whole policy file, YAML.") { IsRequired = true, Longest = 32 * 1024 }, Why],
            IsProposal = true,
        },
        new("draft_brief", "Drafts the brief of a play's last seven days. The draft is neither kept nor sent; people decide what becomes of it.",
            async call => new(await call.GetAsync($"/api/plays/{call.Segment("play")}/brief"), "/reports"))
        {
            Fields = [Play],
        },
    ];

    private static async Task<ToolAnswer> ProposeAsync(ToolCall call, string kind, Action<ToolCall, JsonObject>? more = null)
    {
        var body = new JsonObject { ["kind"] = kind, ["why"] = call.Text("why"), ["source"] = "mcp" };
        if (call.Text("play") is { } play)
        {
            body["play"] = play;
        }

        more?.Invoke(call, body);
        var reply = await call.PostAsync("/api/proposals", body);
        return new(reply, (string?)reply.Body?["approval"] is { } approval ? $"/approvals/{Uri.EscapeDataString(approval)}" : "/approvals");
    }

    private static void HypothesisOf(ToolCall call, JsonObject body)
    {
        var hypothesis = new JsonObject();
        foreach (var name in new[] { "variable", "setting", "change", "expectedImpact", "class", "risk", "segment", "budgetChange", "trafficShare" })
        {
            if (call.Node(name) is { } value)
            {
                hypothesis[name] = value;
            }
        }

        body["hypothesis"] = hypothesis;
    }

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
}
