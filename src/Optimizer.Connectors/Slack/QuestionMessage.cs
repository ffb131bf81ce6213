using System.Globalization;
using System.Text.Json.Nodes;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Workflows.Notices;
using static Optimizer.Connectors.Slack.SlackBlocks;

namespace Optimizer.Connectors.Slack;

/// <summary>
/// One question as a message: what, why, before and after, how much is at risk, until when, who may answer; once it is decided, by whom and
/// what came of it, and no buttons. The same card is the same message.
/// </summary>
/// <param name="cockpit">Its address, with a slash at its end; null for no links.</param>
/// <param name="canAnswer">Whether presses of buttons reach us.</param>
internal sealed class QuestionMessage(Uri? cockpit, bool canAnswer)
{
    private const int MostReasons = 5;
    private const int LongestLine = 400;
    private const int LongestTitle = 250;

    /// <summary>Text and blocks.</summary>
    public JsonObject Of(ApprovalCard card)
    {
        var request = card.Request;
        var blocks = new JsonArray(
            Header(Head(card)),
            Section($"*{SlackText.Line(request.Title, LongestTitle)}*\n{SlackText.Line(request.Play, LongestTitle)}{(request.Experiment is { } experiment ? $" · {SlackText.Line(experiment, LongestTitle)}" : "")}"));
        if (Standing(card) is { Length: > 0 } standing)
        {
            blocks.Add(Section(standing));
        }

        blocks.Add(Facts(("Now", Change(request.Before)), ("Then", Change(request.After))));
        blocks.Add(Section($"*Why you are asked*\n{Reasons(request)}"));
        if (card.IsOpen)
        {
            blocks.Add(Open(card));
            if (Buttons(request) is { Count: > 0 } buttons)
            {
                blocks.Add(SlackBlocks.Buttons(buttons));
            }
        }
        else if (Link(request) is { } link)
        {
            blocks.Add(SlackBlocks.Buttons([link]));
        }

        blocks.Add(Context($"{SlackText.Line(request.Id, LongestTitle)} · asked {SlackText.Moment(card.AskedAt)}"
            + (card.IsOpen ? $" · or: optimizer approvals approve {SlackText.Line(request.Id, LongestTitle)} --comment TEXT" : "")));
        return new()
        {
            ["text"] = $"{Head(card)}: {SlackText.Line(request.Title, LongestTitle)}",
            ["blocks"] = blocks,
        };
    }

    private static string Head(ApprovalCard card) => card.State switch
    {
        ApprovalState.Pending when card.IsEscalated => "Approval needed: escalated",
        ApprovalState.Pending when card.Reminders > 0 => string.Create(CultureInfo.InvariantCulture, $"Approval needed: reminder {card.Reminders}"),
        ApprovalState.Pending => "Approval needed",
        ApprovalState.Parked => "Approval needed: nothing goes on before",
        ApprovalState.Approved => "Approved",
        ApprovalState.Executed => "Approved and carried out",
        ApprovalState.Failed => "Approved, and refused where it was carried out",
        ApprovalState.Rejected => "Rejected",
        ApprovalState.Expired => "Expired: nobody answered in time",
        ApprovalState.Superseded => "Superseded",
        ApprovalState.Cancelled => "Taken back: nobody needs the answer any more",
        _ => throw new ArgumentOutOfRangeException(nameof(card), card.State, "unknown state of a question"),
    };

    private static string Standing(ApprovalCard card)
    {
        var lines = card.Answers.Where(judged => judged.Counts).Select(judged => judged.Answer).TakeLast(MostReasons).Select(answer =>
            $"{(answer.Approve ? "Approved" : "Rejected")} by *{SlackText.Line(answer.Who, LongestTitle)}* ({SeatWords.Of(answer.Seat)}, {SlackText.Line(answer.Channel, LongestTitle)}), "
            + $"{SlackText.Moment(answer.At)}{(answer.Comment is { } comment ? $": {SlackText.Line(comment, LongestLine)}" : "")}").ToList();
        if (card.Aftermath is { Why.Length: > 0 } aftermath)
        {
            lines.Add($"{SlackText.Line(aftermath.Why, LongestLine)}{(aftermath.AskedAgain is { } again ? $" ({SlackText.Line(again, LongestTitle)})" : "")}");
        }

        return string.Join('\n', lines);
    }

    private static JsonObject Open(ApprovalCard card)
    {
        var request = card.Request;
        return Facts(
            ("At risk", string.Create(CultureInfo.InvariantCulture, $"{(request.TrafficShare > 0 ? $"{request.TrafficShare * 100:0.#} % of the play's traffic" : "no traffic")}; risk {request.Risk.ToString().ToLowerInvariant()}")),
            ("Answer until", request.OnTimeout == TimeoutAction.Park ? "no end" : SlackText.Moment(request.ExpiresAt)),
            ("Who may answer", $"{SeatWords.Of(request.Seat)} or higher{(request.Quorum > 1 ? string.Create(CultureInfo.InvariantCulture, $", {request.Quorum} people ({ApprovalRule.Approvers(card.Counted)} so far)") : "")}{(request.HumanOnly ? ", a human" : "")}"),
            ("If nobody answers", request.OnTimeout switch
            {
                TimeoutAction.Park => "it waits on, nothing happens",
                TimeoutAction.Reject => "it is rejected",
                TimeoutAction.Escalate => "the next higher seat is asked",
                _ => throw new ArgumentOutOfRangeException(nameof(card), request.OnTimeout, "unknown action on timeout"),
            }),
            ("Proposed by", SlackText.Line(request.RequestedBy, LongestTitle)));
    }

    private List<JsonObject> Buttons(ApprovalRequest request)
    {
        var buttons = new List<JsonObject>();
        if (canAnswer)
        {
            var value = new AskedChange(request.Id, request.PayloadHash).ToString();
            var approve = Button(SlackWords.Approve, "Approve", "primary", value);
            approve["confirm"] = Confirm("Approve?", SlackText.Line($"{request.Title}: {SettingWords.Of(request.After)}", LongestTitle), "Approve");
            buttons.Add(approve);
            buttons.Add(Button(SlackWords.Reject, "Reject", "danger", value));
        }

        if (Link(request) is { } link)
        {
            buttons.Add(link);
        }

        return buttons;
    }

    private JsonObject? Link(ApprovalRequest request) => cockpit is null ? null : SlackBlocks.Link(new(cockpit, $"approvals/{Uri.EscapeDataString(request.Id)}"));

    private static string Change(string text) => SlackText.Line(SettingWords.Of(text), LongestField);

    // The decisive rule stands first.
    private static string Reasons(ApprovalRequest request) => string.Join('\n', request.Reasons.Take(MostReasons).Select(reason => $"• {SlackText.Line(reason, LongestLine)}"))
        + (request.Reasons.Count > MostReasons ? string.Create(CultureInfo.InvariantCulture, $"\n• and {request.Reasons.Count - MostReasons} more") : "");
}
