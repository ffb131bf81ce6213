using Optimizer.Cockpit.Api.Approvals;
using Optimizer.Cockpit.Approvals;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Links;

/// <summary>Opens links and takes the answers that come by them.</summary>
internal sealed class LinkDesk(ServedLoop loop)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly ApprovalFinder _finder = new(loop.Client, loop.World.Audit);
    private readonly ApprovalDesk _desk = new(loop);

    /// <summary>What somebody sees who opens a link; nothing is changed.</summary>
    public async Task<LinkPage> OpenAsync(LinkClaims claims, CancellationToken cancellationToken)
    {
        var seen = await SeeAsync(claims, cancellationToken);
        if (seen.Refusal is { } refusal)
        {
            return refusal;
        }

        var (card, recipient) = (seen.Card!, seen.Recipient!);
        return await loop.Links.FindAsync(claims.Nonce, cancellationToken) is { } used
            ? QuestionPage.Show(card, 200, $"You said {(used.Approve ? "yes" : "no")} with this link. {Standing(card)}")
            : card.IsOpen ? QuestionPage.Ask(card, recipient, loop.Clock.GetUtcNow())
            : QuestionPage.Show(card, card.State == ApprovalState.Expired ? 410 : 409, Standing(card));
    }

    /// <summary>Answers with a link, once: the same again is shown what it did, another is refused.</summary>
    public async Task<LinkPage> AnswerAsync(LinkClaims claims, bool approve, string? comment, CancellationToken cancellationToken)
    {
        var seen = await SeeAsync(claims, cancellationToken);
        if (seen.Refusal is { } refusal)
        {
            return refusal;
        }

        var order = new AnswerOrder(
            claims.Approval, new(seen.Recipient!.Name, Role.Approver, seen.Recipient.Seat, IsHuman: true), approve, claims.PayloadHash, comment, "link",
            $"signed link {claims.Nonce[..8]}");
        var use = await loop.Links.FindAsync(claims.Nonce, cancellationToken);
        if (use is null)
        {
            // Looked at before the link is used up: a comment that is missing may still be given.
            var preview = await _desk.PreviewAsync(order, cancellationToken);
            if (preview is { Counts: false, Code: not ApprovalCode.Repeated } || preview is null)
            {
                return preview is { Code: ApprovalCode.CommentNeeded }
                    ? QuestionPage.Ask(seen.Card!, seen.Recipient, loop.Clock.GetUtcNow(), "To reject, say why.")
                    : Page(seen.Card!, preview ?? new(false, ApprovalState.Cancelled, "nobody needs the answer any more", ApprovalCode.Cancelled));
            }

            use = await loop.Links.UseAsync(new(claims.Nonce, claims.Approval, approve, comment, loop.Clock.GetUtcNow()), claims.ExpiresAt + Kept, cancellationToken);
        }

        return use.Approve == approve
            ? await SendAsync(order, use, cancellationToken)
            : QuestionPage.Show(seen.Card!, 409, $"The link was used before, to say {(use.Approve ? "yes" : "no")}. {Standing(seen.Card!)}");
    }

    /// <summary>What was used is sent, also when a death came between: the answer is the same each time.</summary>
    private async Task<LinkPage> SendAsync(AnswerOrder order, LinkUse use, CancellationToken cancellationToken)
    {
        var judged = await _desk.AnswerAsync(order with { At = use.At, Comment = use.Comment }, cancellationToken)
            ?? throw new InvalidOperationException($"approval {order.Approval} was there and is gone");
        var found = await _finder.FindAsync(order.Approval, cancellationToken) ?? throw new InvalidOperationException($"approval {order.Approval} was there and is gone");
        return Page(found.Card, judged);
    }

    private static LinkPage Page(ApprovalCard card, ApprovalJudgement judged) => ApprovalsApi.Refusal(judged) is { } refusal
        ? QuestionPage.Show(card, judged.Code == ApprovalCode.Expired ? 410 : refusal.Status, Sentence(judged.Why))
        : QuestionPage.Show(card, judged.Code == ApprovalCode.Kept ? 202 : 200, Sentence(judged.Why));

    private async Task<(ApprovalCard? Card, LinkRecipient? Recipient, LinkPage? Refusal)> SeeAsync(LinkClaims claims, CancellationToken cancellationToken)
    {
        var now = loop.Clock.GetUtcNow();
        if (now >= claims.ExpiresAt)
        {
            return (null, null, LinkPage.Saying(410, "This link has expired", "Nothing was decided by it. Ask for a new one, or answer on the command line or in the cockpit."));
        }

        if (await RecipientAsync(claims, now, cancellationToken) is not { } recipient)
        {
            return (null, null, LinkPage.Saying(403, "This link is not valid any more", "Whoever it was made for may not answer here any more. Nothing was decided."));
        }

        if (await _finder.FindAsync(claims.Approval, cancellationToken) is not { Card: var card })
        {
            return (null, null, LinkPage.Saying(404, "There is no such question", "It is not known here any more. Nothing was decided."));
        }

        return card.Request.PayloadHash == claims.PayloadHash
            ? (card, recipient, null)
            : (null, null, QuestionPage.Show(card, 409, "Another change is asked about now than this link was made for: it was superseded. Nothing was decided by the link."));
    }

    /// <summary>A link is worth no more than who carries it: whoever lost their tokens, or sits lower now, cannot answer more by a link.</summary>
    private async Task<LinkRecipient?> RecipientAsync(LinkClaims claims, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await Acquaintance.OfAsync(loop.Tokens, claims.Recipient, now, cancellationToken);
        return !known.IsKnown ? new(claims.Recipient, claims.Seat)
            : known.Principal is { Seat: var seat } ? new(claims.Recipient, (Domain.Policies.Seat)Math.Min((int)claims.Seat, (int)seat))
            : null;
    }

    private static string Standing(ApprovalCard card) => card switch
    {
        { State: ApprovalState.Pending or ApprovalState.Parked } => $"{ApprovalRule.Approvers(card.Counted)} of {Math.Max(1, card.Request.Quorum)} people have approved.",
        { EndedBy: { } by } => $"{Sentence(card.State.ToString().ToLowerInvariant())} by {by}{(card.Comment is { } comment ? $": {comment}" : ".")}",
        _ => $"{Sentence(card.State.ToString().ToLowerInvariant())}.",
    };

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
