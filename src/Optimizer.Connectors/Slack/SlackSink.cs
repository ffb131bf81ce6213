using System.Text.Json.Nodes;
using Optimizer.Domain.Approvals;
using Optimizer.Workflows;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Slack;

/// <summary>
/// Notices in a channel of Slack: one message per object, which is changed as its object does (OPERATORS 4.4). A question is shown as the
/// record has it at that moment, so that late, repeated and overtaken notices all end in the same message.
/// </summary>
/// <remarks>
/// What is posted is noted, with its place, before anything else is sent. Slack has no idempotency key for a post: whoever dies, or gets no
/// answer, between a post and its note posts that one object once more, and no other; changes may be repeated without harm. That is at least
/// once, with at most one message too many per death. The copy that nobody keeps is still safe: its buttons name the question and the hash
/// of the change, and it is brought up to date when one is pressed.
/// </remarks>
/// <param name="name">As the settings name it.</param>
/// <param name="room">The channel.</param>
/// <param name="store">Keeps which message is about what.</param>
/// <param name="questions">Writes questions.</param>
/// <param name="cards">How a question stands; null where nobody knows, and it is shown as it was asked.</param>
/// <param name="cockpit">Its address; null for no links.</param>
/// <param name="clock">Says when.</param>
internal sealed class SlackSink(
    string name, SlackRoom room, INoticeStore store, QuestionMessage questions, Func<string, CancellationToken, Task<ApprovalCard?>>? cards, Uri? cockpit, TimeProvider clock)
    : INoticeSink, IDisposable
{
    private const string Question = "approval-";
    private const int MostFollowed = 200;

    // What happens to an object on another day is news, and an old message that changes is seen by nobody.
    private static readonly TimeSpan Changeable = TimeSpan.FromHours(24);

    // What was approved is carried out within minutes, or is waited for over a freeze.
    private static readonly TimeSpan AftermathWatched = TimeSpan.FromDays(7);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    // Slack takes about one message a second in a channel: at once they would only be refused.
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<string, DateTimeOffset> _looked = new(StringComparer.Ordinal);

    public string Name => name;

    public IChatRoom Room => room;

    public async Task<SinkAnswer> DeliverAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parcel);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return room.HeldUntil > clock.GetUtcNow()
                ? new(false, "Slack asked to wait", room.HeldUntil)
                : await TellAsync(parcel, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _ = _turn.Release();
        }
    }

    /// <summary>Looks at questions that may have changed without a notice: a first yes of two, what came of an approval.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (cards is null || room.HeldUntil > clock.GetUtcNow())
        {
            return;
        }

        var open = await store.OpenMessagesAsync(name, MostFollowed, cancellationToken).ConfigureAwait(false);
        foreach (var gone in _looked.Keys.Except(open.Select(message => message.About)).ToList())
        {
            _ = _looked.Remove(gone);
        }

        foreach (var message in open.Where(IsTime))
        {
            _looked[message.About] = clock.GetUtcNow();
            if (await CardAsync(message.About, cancellationToken).ConfigureAwait(false) is not { } card)
            {
                await store.KeepMessageAsync(name, message with { IsOpen = false }, cancellationToken).ConfigureAwait(false);
            }
            else if (await PutAsync(message.About, questions.Of(card), MayChange(card), null, cancellationToken).ConfigureAwait(false) is { Delivered: false, IsFinal: false })
            {
                return;
            }
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<SinkAnswer> TellAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        SinkAnswer? refused = null;
        var answer = new SinkAnswer(true, "nothing is left to say");
        foreach (var (about, notices) in Messages(parcel))
        {
            answer = await TellAsync(about, notices, parcel, cancellationToken).ConfigureAwait(false);
            if (answer is { Delivered: false, IsFinal: false })
            {
                return answer;
            }

            // What is never taken holds up nothing else of the parcel.
            refused ??= answer.IsFinal ? answer : null;
        }

        return refused ?? answer;
    }

    /// <summary>Each question is a message of its own, also out of a digest: it has buttons. All else of a digest is one message.</summary>
    private static IEnumerable<(string About, IReadOnlyList<KeptNotice> Notices)> Messages(Parcel parcel)
    {
        var questions = parcel.Notices.Where(IsQuestion).GroupBy(kept => kept.Notice.About, StringComparer.Ordinal).Select(group => (group.Key, (IReadOnlyList<KeptNotice>)[group.Last()]));
        var others = parcel.Notices.Where(kept => !IsQuestion(kept)).ToList();
        return others.Count == 0 ? questions : questions.Append((others is [var only] ? only.Notice.About : parcel.Key, others));
    }

    private async Task<SinkAnswer> TellAsync(string about, IReadOnlyList<KeptNotice> notices, Parcel parcel, CancellationToken cancellationToken)
    {
        var card = about.StartsWith(Question, StringComparison.Ordinal) ? await CardAsync(about, cancellationToken).ConfigureAwait(false) ?? Asked(notices[^1].Notice) : null;
        return card is null
            ? await PutAsync(about, NoticeMessage.Of(notices, cockpit), false, parcel, cancellationToken).ConfigureAwait(false)
            : await PutAsync(about, questions.Of(card), cards is not null && MayChange(card), parcel, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes the message about an object, or posts it where there is none that can be changed.</summary>
    private async Task<SinkAnswer> PutAsync(string about, JsonObject content, bool isOpen, Parcel? parcel, CancellationToken cancellationToken)
    {
        var (now, shown) = (clock.GetUtcNow(), PayloadHash.Of(content.ToJsonString()));
        var known = await store.MessageAsync(name, about, cancellationToken).ConfigureAwait(false);

        // Somebody wants to see it again: what was posted since they said so is that.
        var isAgain = parcel is { ReplayOf: not null } && known is not null && known.At < parcel.Due;
        if (known is not null && !isAgain && (about.StartsWith(Question, StringComparison.Ordinal) || now - known.At < Changeable))
        {
            if (known.Shown == shown && known.IsOpen == isOpen)
            {
                return new(true, "it shows this already");
            }

            var (channel, message) = Place(known);
            var changed = known.Shown == shown ? new(null, message) : await room.ChangeAsync(channel, message, content, cancellationToken).ConfigureAwait(false);
            if (changed.Error is null)
            {
                await store.KeepMessageAsync(name, known with { At = now, IsOpen = isOpen, Shown = shown }, CancellationToken.None).ConfigureAwait(false);
                return room.Answer(changed);
            }

            if (SlackFaults.Of(changed.Error) != SlackFault.Gone)
            {
                return room.Answer(changed);
            }
        }

        var posted = await room.PostAsync(content, cancellationToken).ConfigureAwait(false);
        if (posted is { Error: null, Message: { } ts })
        {
            await store.KeepMessageAsync(name, new(about, $"{room.Channel}/{ts}", shown, isOpen, now), CancellationToken.None).ConfigureAwait(false);
            if (isAgain)
            {
                // One message per object. One that cannot be deleted says less than the new one, and does no harm.
                var (channel, message) = Place(known!);
                _ = await room.DeleteAsync(channel, message, cancellationToken).ConfigureAwait(false);
            }
        }

        return posted is { Error: null, Message: null } ? new(false, "Slack did not say which message it posted") : room.Answer(posted);
    }

    private async Task<ApprovalCard?> CardAsync(string about, CancellationToken cancellationToken) =>
        cards is null ? null : await cards(about[Question.Length..], cancellationToken).ConfigureAwait(false);

    private bool IsTime(KeptMessage message)
    {
        var now = clock.GetUtcNow();
        var age = (now - message.At) / 10;
        var pause = age < ShortestPause ? ShortestPause : age > LongestPause ? LongestPause : age;
        return !_looked.TryGetValue(message.About, out var last) ? now - message.At >= ShortestPause : now - last >= pause;
    }

    private bool MayChange(ApprovalCard card) => card.State switch
    {
        ApprovalState.Pending or ApprovalState.Parked => true,
        ApprovalState.Approved or ApprovalState.Failed => card.EndedAt is not { } end || clock.GetUtcNow() - end < AftermathWatched,
        ApprovalState.Rejected or ApprovalState.Expired or ApprovalState.Superseded or ApprovalState.Cancelled or ApprovalState.Executed => false,
        _ => throw new ArgumentOutOfRangeException(nameof(card), card.State, "unknown state of a question"),
    };

    private static bool IsQuestion(KeptNotice kept) => kept.Notice.About.StartsWith(Question, StringComparison.Ordinal);

    private static ApprovalCard? Asked(Notice notice) =>
        notice.Request is { } request ? new() { AskedAt = request.AskedAt, Request = request, State = ApprovalState.Pending } : null;

    private static (string Channel, string Message) Place(KeptMessage known) => known.Place.Split('/') is [var channel, var message]
        ? (channel, message)
        : throw new InvalidOperationException($"the message about {known.About} is at {known.Place}, which is no place in Slack");
}
