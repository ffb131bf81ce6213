using Optimizer.Cockpit.Approvals;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Notices;

namespace Optimizer.Cockpit.Slack;

/// <summary>
/// Takes answers from Slack (OPERATORS 4.5). Slack waits 3 s: an answer is durable before it is acknowledged, its judgement is waited for
/// half of that time, and what was not judged by then is shown by the message once it is. If an answer cannot be made durable, nothing is
/// acknowledged: Slack says so to whoever pressed, and pressing again is safe.
/// </summary>
internal sealed class SlackDesk(ServedLoop loop, SlackDoor door)
{
    private const string Unknown = "This question is not known here any more. Nothing was decided.";

    private static readonly TimeSpan JudgementAwaited = TimeSpan.FromSeconds(1.5);

    // Showing it is a kindness: the sink changes the message as soon as the notice comes to it.
    private static readonly TimeSpan ShowAwaited = TimeSpan.FromSeconds(0.8);

    private readonly ApprovalCards _cards = new(loop.Client, loop.World.Audit);
    private readonly ApprovalDesk _desk = new(loop, JudgementAwaited);

    public async Task<SlackAck> TakeAsync(SlackPress press, CancellationToken cancellationToken)
    {
        if (press.Kind == SlackPressKind.Other)
        {
            return SlackAck.Arrived;
        }

        var (caller, stranger) = await WhoAsync(press.Person, cancellationToken);
        return press.Kind switch
        {
            _ when caller is null => await RefusedAsync(press, stranger, null, cancellationToken),
            SlackPressKind.Approve => await AnswerAsync(press, Order(press, caller, approve: true, null), cancellationToken),
            SlackPressKind.Reject => await AskWhyAsync(press, Order(press, caller, approve: false, null), cancellationToken),
            SlackPressKind.Reason when string.IsNullOrWhiteSpace(press.Why) => SlackAck.Wrong("To reject, say why."),
            SlackPressKind.Reason when press.Why.Length > SlackWords.LongestReason => SlackAck.Wrong($"At most {SlackWords.LongestReason} characters."),
            SlackPressKind.Reason => await AnswerAsync(press, Order(press, caller, approve: false, press.Why), cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(press), press.Kind, "unknown press"),
        };
    }

    private static AnswerOrder Order(SlackPress press, Principal caller, bool approve, string? comment) => new(
        press.Change!.Approval, caller, approve, press.Change.PayloadHash, comment, "slack",
        $"slack user {press.Person}{(press.Team.Length > 0 ? $" of team {press.Team}" : "")}, signed by Slack");

    /// <summary>Who somebody in Slack is here, or why they are nobody, with what would help.</summary>
    private async Task<(Principal? Caller, string Stranger)> WhoAsync(string person, CancellationToken cancellationToken)
    {
        if (!door.People.TryGetValue(person, out var name))
        {
            return (null, $"You can look on here, and your answer did not count: Optimizer does not know who you are. An admin puts this line under people: in notifications.yaml and starts the server again, with the name on your token: {person}: you@example.com");
        }

        var known = await Acquaintance.OfAsync(loop.Tokens, name, loop.Clock.GetUtcNow(), cancellationToken);
        return (known.Principal, $"Your answer did not count: you are {name} here, and {name} has no valid token of a human who may answer. An admin makes one: optimizer tokens create {name} --role approver --seat SEAT");
    }

    /// <summary>A form only for an answer that would count with a reason.</summary>
    private async Task<SlackAck> AskWhyAsync(SlackPress press, AnswerOrder order, CancellationToken cancellationToken)
    {
        var preview = await _desk.PreviewAsync(order, cancellationToken);
        if (preview is not { Code: ApprovalCode.CommentNeeded })
        {
            return await RefusedAsync(press, preview?.Why ?? Unknown, await _cards.FindAsync(order.Approval, cancellationToken), cancellationToken);
        }

        if (door.Room(press.Channel) is not { } room || await _cards.FindAsync(order.Approval, cancellationToken) is not { } card)
        {
            return SlackAck.Arrived;
        }

        var opened = await BrieflyAsync(stop => room.AskReasonAsync(press.Trigger, press.Message, card, stop), cancellationToken);
        return opened.Delivered
            ? SlackAck.Arrived
            : await RefusedAsync(press, $"Slack did not open the form that asks why ({opened.Status}). Press again, or: optimizer approvals reject {order.Approval} --comment TEXT", null, cancellationToken);
    }

    private async Task<SlackAck> AnswerAsync(SlackPress press, AnswerOrder order, CancellationToken cancellationToken)
    {
        // What is on its way to the engine is not called back when Slack hangs up.
        var judged = await _desk.AnswerAsync(order, CancellationToken.None);
        var card = await _cards.FindAsync(order.Approval, cancellationToken);
        if (judged is not { Code: ApprovalCode.Counted })
        {
            return await RefusedAsync(press, judged?.Why ?? Unknown, card, cancellationToken);
        }

        await ShowAsync(press, card, cancellationToken);
        return SlackAck.Arrived;
    }

    /// <summary>Says to one person why nothing was decided by them, and shows everybody how it stands.</summary>
    private async Task<SlackAck> RefusedAsync(SlackPress press, string why, ApprovalCard? card, CancellationToken cancellationToken)
    {
        var isForm = press.Kind == SlackPressKind.Reason;
        await Task.WhenAll(
            ShowAsync(press, card, cancellationToken),
            !isForm && door.Room(press.Channel) is { } room ? BrieflyAsync(stop => room.WhisperAsync(press.Person, why, stop), cancellationToken) : Task.CompletedTask);
        return isForm ? SlackAck.Saying(why) : SlackAck.Arrived;
    }

    private async Task ShowAsync(SlackPress press, ApprovalCard? card, CancellationToken cancellationToken)
    {
        if (card is not null && press.Message.Length > 0 && door.Room(press.Channel) is { } room)
        {
            _ = await BrieflyAsync(stop => room.ShowAsync(press.Message, card, stop), cancellationToken);
        }
    }

    private static async Task<SinkAnswer> BrieflyAsync(Func<CancellationToken, Task<SinkAnswer>> call, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(ShowAwaited);
        return await call(late.Token);
    }
}
