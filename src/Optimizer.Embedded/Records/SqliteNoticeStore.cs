using Optimizer.Domain.Notices;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>
/// The outbox in tables. A notice and its parcels are one change, and so is an attempt with what follows from it: whenever the process
/// dies, every parcel either waits or is settled.
/// </summary>
internal sealed class SqliteNoticeStore : INoticeStore
{
    private const int Waiting = (int)ParcelState.Waiting;

    // Two messages about the same are a day apart at the most for the rule; of an object, one that was told is enough to know.
    private const int MostPast = 64;

    // Whoever asks for the first few of many thousands shall not read them all.
    private const int Page = 64;

    private readonly RecordSession _session;
    private readonly MessageTable _messages;
    private readonly ParcelTable _parcels;
    private readonly Statement _find;
    private readonly Statement _version;
    private readonly Statement _insert;
    private readonly Statement _past;
    private readonly Statement _waiting;
    private readonly Statement _playsOf;

    public SqliteNoticeStore(RecordSession session)
    {
        _session = session;
        _messages = new(session);
        _parcels = new(session);
        _find = session.Prepare("SELECT number FROM notice WHERE key = ?");
        _version = session.Prepare("SELECT coalesce(max(version), 0) FROM notice WHERE about = ?");
        _insert = session.Prepare("INSERT INTO notice (key, play, about, kpi, version, at, text) VALUES (?, ?, ?, ?, ?, ?, ?)");
        _past = session.Prepare($"""
            SELECT n.text, n.at, p.due, p.play IS NULL AND p.state = {Waiting} FROM notice n
            JOIN parcel_notice c ON c.notice = n.number JOIN parcel p ON p.number = c.parcel
            WHERE n.about = ?1 AND p.sink = ?2 AND p.state <> {(int)ParcelState.Dropped} ORDER BY n.number DESC LIMIT {MostPast}
            """);
        _waiting = session.Prepare($"""
            SELECT number, play, next_try, due FROM parcel WHERE sink = ?1 AND state = {Waiting} AND due <= ?2 AND (due, number) > (?3, ?4)
            ORDER BY due, number LIMIT {Page}
            """);
        _playsOf = session.Prepare("SELECT DISTINCT n.play FROM parcel_notice c JOIN notice n ON n.number = c.notice WHERE c.parcel = ?");
    }

    public Task<bool> AddAsync(
        Notice notice, string key, DateTimeOffset at, Func<Func<string, IReadOnlyList<PastNotice>>, IReadOnlyList<SinkRuling>> rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(rule);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Change(() =>
        {
            if (_find.Bind(1, key).First(row => row.LongOrNull(0)) is not null)
            {
                return false;
            }

            var rulings = rule(sink => _past.Bind(1, notice.About).Bind(2, sink).All(Past));
            var version = _version.Bind(1, notice.About).First(row => row.Long(0)) + 1;
            _ = _insert.Bind(1, key).Bind(2, notice.Play).Bind(3, notice.About).Bind(4, notice.Kpi).Bind(5, version).Bind(6, at.UtcTicks)
                .Bind(7, Payload.Of(notice).ToString()).Run();
            var number = _find.Bind(1, key).First(row => row.Long(0));
            foreach (var (sink, ruling) in rulings)
            {
                _parcels.Add(sink, ruling, notice, key, number, at);
            }

            return true;
        }));
    }

    public Task<IReadOnlyList<Parcel>> DueAsync(string sink, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<Parcel>>(_session.Read(_ =>
        {
            var due = Heads(sink, now.UtcTicks).Where(head => head.NextTry <= now.UtcTicks).Take(most).ToList();
            return due.ConvertAll(head => _parcels.Find(head.Number)!);
        }));
    }

    public Task<DateTimeOffset?> NextAsync(string sink, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Read(_ => Heads(sink, long.MaxValue).Select(head => (long?)head.NextTry).Min()) is { } ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : default(DateTimeOffset?));
    }

    public Task MarkAsync(long parcel, ParcelAttempt attempt, DateTimeOffset? nextTry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        cancellationToken.ThrowIfCancellationRequested();
        _ = _session.Change(() => _parcels.Mark(parcel, attempt, nextTry));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Parcel>> ListAsync(ParcelQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Most, 1);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<Parcel>>(_session.Read(_ => _parcels.List(query)));
    }

    public Task<Parcel?> FindAsync(long parcel, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Read(_ => _parcels.Find(parcel)));
    }

    public Task<Parcel?> ReplayAsync(long parcel, DateTimeOffset at, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Change(() => _parcels.Replay(parcel, at)));
    }

    public Task<KeptMessage?> MessageAsync(string sink, string about, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Read(_ => _messages.Find(sink, about)));
    }

    public Task<IReadOnlyList<KeptMessage>> OpenMessagesAsync(string sink, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_session.Read(_ => _messages.Open(sink, most)));
    }

    public Task KeepMessageAsync(string sink, KeptMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        _ = _session.Change(() => _messages.Keep(sink, message));
        return Task.CompletedTask;
    }

    // Waiting parcels that no earlier one of the same play stands before. What is held for later stands before nothing that is due.
    private IEnumerable<(long Number, long NextTry)> Heads(string sink, long dueUntil)
    {
        var busy = new HashSet<string>(StringComparer.Ordinal);
        var after = (Due: long.MinValue, Number: 0L);
        while (_waiting.Bind(1, sink).Bind(2, dueUntil).Bind(3, after.Due).Bind(4, after.Number)
            .All(row => (Number: row.Long(0), Play: row.TextOrNull(1), NextTry: row.Long(2), Due: row.Long(3))) is { Count: > 0 } page)
        {
            foreach (var (number, only, nextTry, _) in page)
            {
                var isFree = true;
                foreach (var play in only is null ? _playsOf.Bind(1, number).All(row => row.Text(0)) : [only])
                {
                    isFree &= busy.Add(play);
                }

                if (isFree)
                {
                    yield return (number, nextTry);
                }
            }

            after = (page[^1].Due, page[^1].Number);
        }
    }

    private static PastNotice Past(Statement row) => new(
        Outbox.Facts(new Payload(row.Bytes(0)).ReadAs<Notice>("a stored notice")), new(row.Long(1), TimeSpan.Zero),
        row.Flag(3) ? new(row.Long(2), TimeSpan.Zero) : null);
}
