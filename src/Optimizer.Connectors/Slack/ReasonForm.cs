using System.Text.Json.Nodes;
using Optimizer.Domain.Approvals;
using Optimizer.Workflows.Notices;

namespace Optimizer.Connectors.Slack;

/// <summary>The form that asks why somebody says no: a rejection without a reason does not count.</summary>
internal static class ReasonForm
{
    private const int LongestLabel = 24;
    private const int LongestTitle = 250;

    public static JsonObject Of(ReasonOrigin origin, ApprovalCard card) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = SlackWords.Reason,
        ["private_metadata"] = origin.ToString(),
        ["title"] = SlackBlocks.Plain("Reject", LongestLabel),
        ["submit"] = SlackBlocks.Plain("Reject", LongestLabel),
        ["close"] = SlackBlocks.Plain("Back", LongestLabel),
        ["blocks"] = new JsonArray(
            SlackBlocks.Section($"*{SlackText.Line(card.Request.Title, LongestTitle)}*"),
            new JsonObject
            {
                ["type"] = "input",
                ["block_id"] = SlackWords.Reason,
                ["label"] = SlackBlocks.Plain("Why? Who proposed it learns from it.", 100),
                ["element"] = new JsonObject
                {
                    ["type"] = "plain_text_input",
                    ["action_id"] = SlackWords.Reason,
                    ["multiline"] = true,
                    ["max_length"] = SlackWords.LongestReason,
                },
            }),
    };
}
