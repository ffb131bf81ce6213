using System.Text.Json.Nodes;

namespace Optimizer.Cockpit.Mcp;

/// <summary>Tools that only read.</summary>
internal static class ReadTools
{
    private static readonly ToolField Play = new("play", FieldType.Id, "Slug of a play, such as onboarding.");
    private static readonly ToolField Limit = new("limit", FieldType.Whole, "Most items, 1 to 100; 50 when left out.") { Least = 1, Most = 100 };
    private static readonly ToolField Cursor = new("cursor", FieldType.Text, "next of the page before; left out for the first.");

    public static IReadOnlyList<ServedTool> All { get; } =
    [
        new("list_plays", "Lists the plays: stage, autonomy, goal, live experiment, whom it waits on, last decision.", async call => new(await call.GetAsync(call.Path("/api/plays", "stage", "limit", "cursor")), "/plays"))
        {
            Fields = [new("stage", FieldType.Id, "Only plays at this stage, such as experimenting."), Limit, Cursor],
        },
        new("play_status", "Everything that is true of one play now: stage, next tick, experiment with its distance to every stop rule, whom it waits on, caps left, last decision.",
            async call => new(await call.GetAsync($"/api/plays/{call.Segment("play")}"), $"/plays/{call.Segment("play")}"))
        {
            Fields = [Play with { IsRequired = true }],
        },
        new("explain_decision", "Why something was decided: the decision, its reasons with the numbers, and whether it recomputes to the same.", ExplainAsync)
        {
            Fields =
            [
                new("id", FieldType.Id, "Of the decision, such as onboarding-3.14; play_status and ask name them.") { IsRequired = true },
                new("full", FieldType.Flag, "true also tells the whole record: evidence by day, rules, policy."),
            ],
        },
        new("query_ledger", "Exact sums of what visitors did in an experiment: rows, units and the sum of values, per variant and event.",
            async call => new(await call.GetAsync(call.Path("/api/ledger", "experiment", "variant", "event", "since", "until")), "/ledger"))
        {
            Fields =
            [
                new("experiment", FieldType.Id, "Its id, such as onboarding-3.") { IsRequired = true },
                new("variant", FieldType.Text, "Only this variant."),
                new("event", FieldType.Text, "Only this event, such as purchase."),
                new("since", FieldType.Text, "Only events from this moment on, such as 2026-03-01 or 2026-03-01T08:00Z."),
                new("until", FieldType.Text, "Only events before this moment."),
            ],
        },
        new("search_playbook", "What closed experiments taught: what worked, where, why, on what evidence, and what to try next.",
            async call => new(await call.GetAsync(call.Path("/api/playbook", "words", "play", "limit", "cursor")), "/playbook"))
        {
            Fields = [new("words", FieldType.Text, "Only where all these words stand."), Play, Limit, Cursor],
        },
        new("list_approvals", "Questions that wait for a person, urgent first. No tool can answer them.",
            async call => new(await call.GetAsync(call.Path("/api/approvals", "play", "state", "seat", "limit", "cursor")), "/approvals"))
        {
            Fields =
            [
                Play, new("state", FieldType.Id, "all, or one state such as approved; those that wait when left out."),
                new("seat", FieldType.Id, "Only questions of this seat, such as manager."), Limit, Cursor,
            ],
        },
        new("policy_explain", "Every value of the policy for a play, with the scope and line it comes from and the values that lost.",
            async call => new(await call.GetAsync(call.Path("/api/policy/explain", "play", "key", "action")), "/policy"))
        {
            Fields = [Play, new("key", FieldType.Id, "Only this key, such as play.max_active."), new("action", FieldType.Id, "Adds the scope of one action, such as adopt_variant.")],
        },
        new("ask", "Answers a question in plain words from the records, with citations: what happened and why, what waits, what changed. No record, no answer.",
            async call => new(await call.PostAsync("/api/ask", new JsonObject { ["question"] = call.Text("question"), ["play"] = call.Text("play") }), "/ask"))
        {
            Fields = [new("question", FieldType.Text, "Such as: why did you stop onboarding on Tuesday?") { IsRequired = true, Longest = 2_000 }, Play],
        },
    ];

    private static async Task<ToolAnswer> ExplainAsync(ToolCall call)
    {
        var reply = await call.GetAsync($"/api/decisions/{call.Segment("id")}?replay=true");
        var shown = reply.Body?.DeepClone();
        if (call.Text("full") != "true")
        {
            (shown as JsonObject)?.Remove("record");
        }

        return new(reply, $"/decisions/{call.Segment("id")}", shown);
    }
}
