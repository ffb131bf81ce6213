using System.Text;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using static Optimizer.Cockpit.Links.LinkPage;

namespace Optimizer.Cockpit.Links;

/// <summary>One question as a page: what would change, why it is asked, until when, and two buttons.</summary>
internal static class QuestionPage
{
    private const int LongestComment = 2000;

    /// <summary>The page that asks; it decides nothing.</summary>
    /// <param name="card">The question.</param>
    /// <param name="recipient">Who answers.</param>
    /// <param name="now">For the time left.</param>
    /// <param name="fault">What was wrong with the form that was sent; null for a first look.</param>
    public static LinkPage Ask(ApprovalCard card, LinkRecipient recipient, DateTimeOffset now, string? fault = null)
    {
        var (request, body) = (card.Request, new StringBuilder());
        Head(body, card);
        Change(body, request);
        body.Append("<section><h2>Why you are asked</h2><ul>");
        foreach (var reason in request.Reasons)
        {
            body.Append("<li>").Append(Escaped(reason)).Append("</li>");
        }

        body.Append("</ul></section>");
        Facts(body, card, now);
        body.Append($"""
            <section>
            <form method="post">
            {(fault is null ? "" : $"<p class=\"no\" role=\"alert\">{Escaped(fault)}</p>")}
            <label for="comment">Comment</label>
            <textarea id="comment" name="comment" maxlength="{LongestComment}" placeholder="Needed to reject: say why"></textarea>
            <div class="buttons">
            <button class="reject" name="decision" value="reject">Reject</button>
            <button class="approve" name="decision" value="approve">Approve</button>
            </div>
            <p class="soft">You answer as {Escaped(recipient.Name)}, {Escaped(SeatWords.Of(recipient.Seat))}. Nothing is decided until you press a button; the link works once.</p>
            </form>
            </section>
            """);
        return new(fault is null ? 200 : 422, $"Approve? {request.Title}", body.ToString());
    }

    /// <summary>The page that says how it stands.</summary>
    /// <param name="card">The question.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="said">What became of the reader's answer, or why there is nothing to answer.</param>
    public static LinkPage Show(ApprovalCard card, int status, string said)
    {
        var body = new StringBuilder();
        Head(body, card);
        body.Append($"<section><h2>Where it stands</h2><p><b>{Escaped(said)}</b></p>");
        foreach (var judged in card.Answers.Where(judged => judged.Counts))
        {
            var answer = judged.Answer;
            body.Append($"<p class=\"soft\">{Escaped(answer.Who)} ({Escaped(SeatWords.Of(answer.Seat))}) said {(answer.Approve ? "yes" : "no")} on {AuditWords.Moment(answer.At)} by {Escaped(answer.Channel)}{(answer.Comment is { } comment ? $": {Escaped(comment)}" : "")}</p>");
        }

        if (card.Aftermath is { Why.Length: > 0 } aftermath)
        {
            body.Append($"<p class=\"soft\">{Escaped(aftermath.Why)}{(aftermath.AskedAgain is { } again ? $" ({Escaped(again)})" : "")}</p>");
        }

        body.Append("</section>");
        Change(body, card.Request);
        body.Append("<p class=\"soft\">You can close this page.</p>");
        return new(status, card.Request.Title, body.ToString());
    }

    private static void Head(StringBuilder body, ApprovalCard card)
    {
        var colour = card.State switch
        {
            ApprovalState.Approved or ApprovalState.Executed => " yes",
            ApprovalState.Rejected or ApprovalState.Expired or ApprovalState.Failed => " no",
            _ => "",
        };
        body.Append($"""
            <header><span>Optimizer · {Escaped(card.Request.Play)}</span><span class="pill{colour}">{Word(card.State)}</span></header>
            <section><h1>{Escaped(card.Request.Title)}</h1></section>
            """);
    }

    private static void Change(StringBuilder body, ApprovalRequest request) => body.Append($"""
        <section><h2>What would change</h2>
        <div class="change old"><b>now</b>{Escaped(SettingWords.Of(request.Before))}</div>
        <div class="change new"><b>then</b>{Escaped(SettingWords.Of(request.After))}</div>
        </section>
        """);

    private static void Facts(StringBuilder body, ApprovalCard card, DateTimeOffset now)
    {
        var request = card.Request;
        var end = request.OnTimeout switch
        {
            TimeoutAction.Park => "it waits on, nothing happens",
            TimeoutAction.Reject => "it is rejected",
            TimeoutAction.Escalate => "the next higher seat is asked",
            _ => throw new ArgumentOutOfRangeException(nameof(card), request.OnTimeout, "unknown action on timeout"),
        };
        body.Append("<section><dl>");
        Fact("Answer until", request.OnTimeout == TimeoutAction.Park ? "no end" : $"{AuditWords.Moment(request.ExpiresAt)} ({Left(request.ExpiresAt - now)} left)");
        Fact("If nobody answers", end);
        Fact("Needs", $"{SeatWords.Of(request.Seat)} or higher{(request.Quorum > 1 ? $", {request.Quorum} people ({ApprovalRule.Approvers(card.Counted)} so far)" : "")}");
        Fact("Proposed by", request.RequestedBy);
        Fact("Kind of change", request.Class.ToString().ToLowerInvariant());
        Fact("Question", request.Id);
        body.Append("</dl></section>");

        void Fact(string name, string value) => body.Append($"<dt>{Escaped(name)}</dt><dd>{Escaped(value)}</dd>");
    }

    private static string Left(TimeSpan left) =>
        left.TotalHours >= 48 ? $"{left.TotalDays:0} days"
        : left.TotalMinutes >= 120 ? $"{left.TotalHours:0} hours"
        : $"{Math.Max(0, left.TotalMinutes):0} minutes";

    private static string Word(ApprovalState state) => state switch
    {
        ApprovalState.Pending or ApprovalState.Parked => "waits for an answer",
        _ => state.ToString().ToLowerInvariant(),
    };
}
