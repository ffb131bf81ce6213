using System.Globalization;
using Optimizer.Domain.Notices;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>The parcels and what happened to them, inside a change or a read of the session.</summary>
internal sealed class ParcelTable
{
    private const string Columns = "number, key, sink, play IS NULL, due, next_try, state, replay_of, why";
    private const int Waiting = (int)ParcelState.Waiting;

    private readonly Statement _insert;
    private readonly Statement _last;
    private readonly Statement _digest;
    private readonly Statement _put;
    private readonly Statement _earlier;
    private readonly Statement _takeOut;
    private readonly Statement _isEmpty;
    private readonly Statement _settle;
    private readonly Statement _attempts;
    private readonly Statement _addAttempt;
    private readonly Statement _find;
    private readonly Statement _notices;
    private readonly Statement _copy;
    private readonly Statement _hasten;
    private readonly Statement _list;

    public ParcelTable(RecordSession session)
    {
        _insert = session.Prepare("INSERT INTO parcel (key, sink, play, due, next_try, state, failed, replay_of, why) VALUES (?1, ?2, ?3, ?4, ?4, ?5, 0, ?6, ?7)");
        _last = session.Prepare("SELECT max(number) FROM parcel");
        _digest = session.Prepare($"SELECT number FROM parcel WHERE sink = ? AND due = ? AND play IS NULL AND state = {Waiting} AND replay_of IS NULL");
        _put = session.Prepare("INSERT INTO parcel_notice VALUES (?, ?)");
        _earlier = session.Prepare($"""
            SELECT p.number, n.number FROM notice n JOIN parcel_notice c ON c.notice = n.number JOIN parcel p ON p.number = c.parcel
            WHERE n.about = ?1 AND n.number < ?2 AND p.sink = ?3 AND p.play IS NULL AND p.state = {Waiting} AND p.due > ?4
            """);
        _takeOut = session.Prepare("DELETE FROM parcel_notice WHERE parcel = ? AND notice = ?");
        _isEmpty = session.Prepare("SELECT NOT EXISTS (SELECT 1 FROM parcel_notice WHERE parcel = ?)");
        _settle = session.Prepare($"UPDATE parcel SET state = ?2, next_try = ?3, failed = ?4 WHERE number = ?1 AND state = {Waiting}");
        _attempts = session.Prepare("SELECT at, delivered, status FROM parcel_attempt WHERE parcel = ? ORDER BY number");
        _addAttempt = session.Prepare("INSERT INTO parcel_attempt SELECT ?1, (SELECT coalesce(max(number), 0) + 1 FROM parcel_attempt WHERE parcel = ?1), ?2, ?3, ?4");
        _find = session.Prepare($"SELECT {Columns} FROM parcel WHERE number = ?");
        _notices = session.Prepare("SELECT n.key, n.at, n.version, n.text FROM parcel_notice c JOIN notice n ON n.number = c.notice WHERE c.parcel = ? ORDER BY n.number");
        _copy = session.Prepare("INSERT INTO parcel_notice SELECT ?1, notice FROM parcel_notice WHERE parcel = ?2");
        _hasten = session.Prepare("UPDATE parcel SET next_try = ?2 WHERE number = ?1 AND due <= ?2");
        _list = session.Prepare($"""
            SELECT {Columns} FROM parcel p WHERE number < ?1 AND (?2 IS NULL OR sink = ?2) AND (?3 = 0 OR failed = 1)
            AND (?4 IS NULL OR play = ?4 OR (play IS NULL AND EXISTS
                (SELECT 1 FROM parcel_notice c JOIN notice n ON n.number = c.notice WHERE c.parcel = p.number AND n.play = ?4)))
            ORDER BY number DESC LIMIT ?5
            """);
    }

    /// <summary>What a ruling makes of a notice at a sink: a parcel of its own, a place in a digest, or a parcel that never goes out.</summary>
    public void Add(string sink, NoticeRuling ruling, Notice notice, string key, long number, DateTimeOffset at)
    {
        var parcel = ruling switch
        {
            { Turn: NoticeTurn.Send } => Insert($"{sink}/{key}", sink, notice.Play, at, ParcelState.Waiting, ruling.Why),
            { Turn: NoticeTurn.Drop } => Insert($"{sink}/{key}", sink, notice.Play, at, ParcelState.Dropped, ruling.Why),
            { Turn: NoticeTurn.Hold, Until: { } until } => _digest.Bind(1, sink).Bind(2, until.UtcTicks).First(row => row.LongOrNull(0))
                ?? Insert(string.Create(CultureInfo.InvariantCulture, $"{sink}/digest/{until.UtcDateTime:yyyy-MM-ddTHH:mm}/{number}"), sink, null, until, ParcelState.Waiting, ruling.Why),
            _ => throw new ArgumentOutOfRangeException(nameof(ruling), ruling, "unknown ruling on a notice"),
        };
        _ = _put.Bind(1, parcel).Bind(2, number).Run();
        if (ruling.Turn != NoticeTurn.Drop)
        {
            Replace(sink, notice.About, number, at);
        }
    }

    /// <summary>Whether it still waited.</summary>
    public bool Mark(long parcel, ParcelAttempt attempt, DateTimeOffset? nextTry)
    {
        var state = attempt.Delivered ? ParcelState.Delivered : nextTry is null ? ParcelState.GivenUp : ParcelState.Waiting;
        if (_settle.Bind(1, parcel).Bind(2, (long)state).Bind(3, (nextTry ?? attempt.At).UtcTicks).Bind(4, !attempt.Delivered).Run() == 0)
        {
            return false;
        }

        _ = _addAttempt.Bind(1, parcel).Bind(2, attempt.At.UtcTicks).Bind(3, attempt.Delivered).Bind(4, attempt.Status).Run();
        return true;
    }

    public Parcel? Replay(long parcel, DateTimeOffset at)
    {
        if (Find(parcel) is not { Notices.Count: > 0 } found)
        {
            return null;
        }

        if (found.State == ParcelState.Waiting)
        {
            // One that is held for later may still be given more, and so is left.
            _ = _hasten.Bind(1, parcel).Bind(2, at.UtcTicks).Run();
            return Find(parcel);
        }

        var again = Insert(found.Key, found.Sink, found.IsDigest ? null : found.Notices[0].Notice.Play, at, ParcelState.Waiting, $"replay of {parcel}", parcel);
        _ = _copy.Bind(1, again).Bind(2, parcel).Run();
        return Find(again);
    }

    public Parcel? Find(long parcel) => _find.Bind(1, parcel).First(Row) is { } found ? Filled(found) : null;

    public List<Parcel> List(ParcelQuery query) => _list.Bind(1, query.Before ?? long.MaxValue).Bind(2, query.Sink).Bind(3, query.Failed)
        .Bind(4, query.Play).Bind(5, (long)query.Most).All(Row).ConvertAll(Filled);

    // Held back with an earlier word on the same object: only the last word is told. What is due may be on its way and stays as it is.
    private void Replace(string sink, string about, long number, DateTimeOffset at)
    {
        foreach (var (parcel, earlier) in _earlier.Bind(1, about).Bind(2, number).Bind(3, sink).Bind(4, at.UtcTicks).All(row => (row.Long(0), row.Long(1))))
        {
            _ = _takeOut.Bind(1, parcel).Bind(2, earlier).Run();
            if (_isEmpty.Bind(1, parcel).First(row => row.Flag(0)))
            {
                _ = _settle.Bind(1, parcel).Bind(2, (long)ParcelState.Replaced).Bind(3, at.UtcTicks).Bind(4, false).Run();
            }
        }
    }

    private long Insert(string key, string sink, string? play, DateTimeOffset due, ParcelState state, string why, long? replayOf = null)
    {
        _ = _insert.Bind(1, key).Bind(2, sink).Bind(3, play).Bind(4, due.UtcTicks).Bind(5, (long)state).Bind(6, replayOf).Bind(7, why).Run();
        return _last.First(row => row.Long(0));
    }

    private Parcel Filled(Parcel parcel) => parcel with
    {
        Attempts = _attempts.Bind(1, parcel.Number).All(row => new ParcelAttempt(At(row.Long(0)), row.Flag(1), row.Text(2))),
        Notices = _notices.Bind(1, parcel.Number).All(row => new KeptNotice(
            row.Text(0), At(row.Long(1)), row.Int(2), new Payload(row.Bytes(3)).ReadAs<Notice>("a stored notice"))),
    };

    private static Parcel Row(Statement row) => new()
    {
        Number = row.Long(0),
        Key = row.Text(1),
        Sink = row.Text(2),
        IsDigest = row.Flag(3),
        Notices = [],
        Due = At(row.Long(4)),
        NextTry = At(row.Long(5)),
        State = (ParcelState)row.Int(6),
        ReplayOf = row.LongOrNull(7),
        Why = row.Text(8),
    };

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
