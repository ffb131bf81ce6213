using Optimizer.Domain.Notices;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables.Notices;

/// <summary>
/// The outbox in rows of one partition. A notice and its parcels are one batch, and so is an attempt with what follows from it: whenever a
/// process dies, every parcel either waits or is settled. Whoever makes parcels takes the next number, and so they take turns.
/// </summary>
internal sealed class TableNoticeStore(RowTable table, TimeProvider clock) : INoticeStore
{
    private const string What = "the outbox";

    private readonly OutboxRows _rows = new(table);
    private readonly Contest _contest = new(clock);

    public Task<bool> AddAsync(
        Notice notice, string key, DateTimeOffset at, Func<Func<string, IReadOnlyList<PastNotice>>, IReadOnlyList<SinkRuling>> rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(rule);
        return _contest.RunAsync(What, async () =>
        {
            // Before the key: one that was taken meanwhile has changed the numbers.
            var change = await OutboxChange.BeginAsync(_rows, cancellationToken);
            if (await _rows.FindAsync(OutboxRows.Key(key), cancellationToken) is not null)
            {
                return (true, false);
            }

            var taking = new NoticeTaking(_rows, change, notice, key, at);
            var row = await _rows.FindAsync(OutboxRows.About(notice.About), cancellationToken);
            var about = await taking.PastAsync(row?.Read<AboutRow>() ?? new(0, []), cancellationToken);
            var after = await taking.TakeAsync(about, rule(about.Past), cancellationToken);
            var isDone = await change.TryWriteAsync(
                takesNotice: true,
                [new(OutboxRows.Key(key), RowJson.Of(change.Notice)), new(OutboxRows.About(notice.About), RowJson.Of(after), row?.Tag)],
                cancellationToken);
            return (isDone, true);
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<Parcel>> DueAsync(string sink, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var due = new List<Parcel>();
        await foreach (var head in HeadsAsync(sink, now, cancellationToken))
        {
            if (head.NextTry <= now && await FindAsync(head.Number, cancellationToken) is { State: ParcelState.Waiting } parcel)
            {
                due.Add(parcel);
            }

            if (due.Count == most)
            {
                break;
            }
        }

        return due;
    }

    public async Task<DateTimeOffset?> NextAsync(string sink, CancellationToken cancellationToken)
    {
        var next = default(DateTimeOffset?);
        await foreach (var head in HeadsAsync(sink, null, cancellationToken))
        {
            next = next <= head.NextTry ? next : head.NextTry;
        }

        return next;
    }

    public Task MarkAsync(long parcel, ParcelAttempt attempt, DateTimeOffset? nextTry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return _contest.RunAsync(What, async () =>
        {
            var change = await OutboxChange.BeginAsync(_rows, cancellationToken);
            if (await change.FindAsync(parcel, cancellationToken) is not { State: ParcelState.Waiting } found || (found.Attempts.Count > 0 && found.Attempts[^1] == attempt))
            {
                return (true, false);
            }

            change.Put(found with
            {
                State = attempt.Delivered ? ParcelState.Delivered : nextTry is null ? ParcelState.GivenUp : ParcelState.Waiting,
                NextTry = nextTry ?? attempt.At,
                Attempts = [.. found.Attempts, attempt],
            });
            return (await change.TryWriteAsync(takesNotice: false, [], cancellationToken), true);
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<Parcel>> ListAsync(ParcelQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Most, 1);
        var list = new List<Parcel>();
        await foreach (var parcel in _rows.ParcelsAsync(query.Before, cancellationToken))
        {
            if (IsAsked(query, parcel))
            {
                list.Add(parcel);
            }

            if (list.Count == query.Most)
            {
                break;
            }
        }

        return list;
    }

    public async Task<Parcel?> FindAsync(long parcel, CancellationToken cancellationToken) =>
        parcel < 0 ? null : (await _rows.FindAsync(OutboxRows.Parcel(parcel), cancellationToken))?.Read<Parcel>();

    public Task<Parcel?> ReplayAsync(long parcel, DateTimeOffset at, CancellationToken cancellationToken) => _contest.RunAsync(What, async () =>
    {
        var change = await OutboxChange.BeginAsync(_rows, cancellationToken);
        if (parcel < 0 || await change.FindAsync(parcel, cancellationToken) is not { Notices.Count: > 0 } found)
        {
            return (true, null);
        }

        if (found.State == ParcelState.Waiting)
        {
            // One that is held for later may still be given more, and so is left.
            if (found.Due > at)
            {
                return (true, found);
            }

            var hastened = found with { NextTry = at };
            change.Put(hastened);
            return (await change.TryWriteAsync(takesNotice: false, [], cancellationToken), hastened);
        }

        var again = change.Make(number => found with
        {
            Number = number,
            Due = at,
            NextTry = at,
            State = ParcelState.Waiting,
            ReplayOf = parcel,
            Why = FormattableString.Invariant($"replay of {parcel}"),
            Attempts = [],
        });
        return (await change.TryWriteAsync(takesNotice: false, [], cancellationToken), (Parcel?)again);
    }, cancellationToken);

    public async Task<KeptMessage?> MessageAsync(string sink, string about, CancellationToken cancellationToken) =>
        (await _rows.FindAsync(OutboxRows.Message(sink, about), cancellationToken))?.Read<KeptMessage>();

    public async Task<IReadOnlyList<KeptMessage>> OpenMessagesAsync(string sink, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var open = await _rows.OpenMessagesAsync(sink, cancellationToken).ToListAsync(cancellationToken);
        return [.. open.OrderBy(message => message.At).ThenBy(message => message.About, StringComparer.Ordinal).Take(most)];
    }

    public Task KeepMessageAsync(string sink, KeptMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _contest.RunAsync(What, async () =>
        {
            var (row, open) = (OutboxRows.Message(sink, message.About), OutboxRows.OpenMessage(sink, message.About));
            var (known, was) = (await _rows.FindAsync(row, cancellationToken), await _rows.FindAsync(open, cancellationToken));
            var changes = new List<RowChange> { new(row, RowJson.Of(message), known?.Tag) };
            if (message.IsOpen)
            {
                changes.Add(new(open, RowJson.Of(message), was?.Tag));
            }
            else if (was is not null)
            {
                changes.Add(RowChange.Remove(open));
            }

            return (await _rows.TryWriteAsync(changes, cancellationToken), true);
        }, cancellationToken);
    }

    // Waiting parcels that no earlier one of the same play stands before. What is held for later stands before nothing that is due.
    private async IAsyncEnumerable<WaitingRow> HeadsAsync(
        string sink, DateTimeOffset? dueUntil, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var busy = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var waiting in _rows.WaitingAsync(sink, DateTimeOffset.MinValue, dueUntil, cancellationToken))
        {
            if (waiting.Plays.Aggregate(true, (isFree, play) => busy.Add(play) && isFree))
            {
                yield return waiting;
            }
        }
    }

    private static bool IsAsked(ParcelQuery query, Parcel parcel) =>
        (query.Sink is null || query.Sink == parcel.Sink)
        && (!query.Failed || (parcel.State is ParcelState.Waiting or ParcelState.GivenUp && parcel.Attempts.Count > 0 && !parcel.Attempts[^1].Delivered))
        && (query.Play is null || parcel.Notices.Any(each => each.Notice.Play == query.Play));
}
