using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Attribution;

namespace Optimizer.Embedded.Ledger;

/// <summary>
/// One change of the ledger: what is asked is applied in order, in the transaction that is open; at its end units, sums and the hash of the
/// batch are written. What it keeps in memory is dropped when another process wrote, or a change failed.
/// </summary>
internal sealed class LedgerWriter : IDisposable
{
    private readonly SipKey _key;
    private readonly ExperimentBook _book;
    private readonly LogTable _log;
    private readonly NameTable _names;
    private readonly KnownIds _ids;
    private readonly UnitTable _units;
    private readonly TotalTable _totals;
    private readonly QuarantineTable _quarantine;
    private readonly Statement _dataVersion;
    private readonly Statement _namesOf;
    private long _seen = -1;
    private bool[] _isNew = [];

    public LedgerWriter(SqliteSession session, string file)
    {
        using (var seed = session.PrepareOnce("SELECT first, second FROM seed"))
        {
            _key = seed.First(row => new SipKey((ulong)row.Long(0), (ulong)row.Long(1)))
                ?? throw new Records.RecordFileException(file, "is damaged: the seed of its keys is missing; restore a backup");
        }

        _book = new(session);
        _log = new(session, file);
        _names = new(session);
        _ids = new(session);
        _units = new(session);
        _totals = new(session);
        _quarantine = new(session);
        _dataVersion = session.Prepare("PRAGMA data_version");
        _namesOf = session.Prepare("SELECT DISTINCT name FROM total WHERE experiment = ?");
    }

    /// <summary>Makes the keys of ids and units.</summary>
    public SipKey Key => _key;

    /// <summary>Numbers of experiments by id, for any thread; one of a change that is dropped may stand there for a while.</summary>
    public IReadOnlyDictionary<string, long> Numbers => _book.Numbers;

    /// <summary>After the transaction was begun.</summary>
    public void Begin()
    {
        var version = _dataVersion.First(row => row.Long(0));
        if (version != _seen)
        {
            Forget();
            _seen = version;
        }

        _book.Refresh();
        _names.Refresh();
        _log.Begin();
    }

    /// <summary>Before the transaction is committed.</summary>
    public void End()
    {
        _units.Save();
        _totals.Save();
        _log.End();
    }

    /// <summary>Drops what it keeps in memory.</summary>
    public void Forget()
    {
        _book.Forget();
        _names.Forget();
        _units.Forget();
        _totals.Forget();
        _seen = -1;
    }

    public void Dispose() => _log.Dispose();

    public bool Put(LedgerExperiment said, DateTimeOffset at)
    {
        var known = _book.Find(said.Id);
        if (known?.WouldChange(said) == false)
        {
            return false;
        }

        var definition = known?.With(said) ?? said;
        _log.Append(known?.Number, at.UtcTicks, definition);
        _book.Add(_log.Sequence, at.UtcTicks, known?.Number ?? _log.Sequence, definition);
        if (known is null)
        {
            Readmit(said.Id);
        }

        return true;
    }

    public int? Assign(string experiment, string unit, int variant, DateTimeOffset at)
    {
        if (_book.Find(experiment) is not { } known)
        {
            return null;
        }

        if (variant < 0 || variant >= known.Definition.Variants.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(variant), variant, $"'{experiment}' has variants 0 to {known.Definition.Variants.Count - 1}.");
        }

        var key = _key.Of(unit, known.Number);
        if (_units.Find(key) is { } found)
        {
            return found.Variant;
        }

        if (at >= known.Definition.Until)
        {
            return null;
        }

        _log.Append(known.Number, variant, at.UtcTicks, 0, null, null, null, unit, "");
        return Assigned(known, key, variant, at.UtcTicks).Variant;
    }

    public EventAnswer[] Append(PreparedEvents events, DateTimeOffset now)
    {
        if (_isNew.Length < events.Count)
        {
            _isNew = new bool[events.Count];
        }

        // Ids are taken first, all at once, and given back where an event cannot be counted: a corrected one may come under the same.
        var answers = new EventAnswer[events.Count];
        var keys = events.Ids;
        var isNew = _isNew.AsSpan(0, events.Count);
        isNew.Clear();
        _ids.Add(events, isNew);
        HashSet<UInt128>? freed = null;
        for (var i = 0; i < events.Count; i++)
        {
            if (!isNew[i] && (freed?.Contains(keys[i]) != true || !_ids.TryAdd(keys[i])))
            {
                answers[i] = new(EventAnswerKind.Duplicate);
                continue;
            }

            if (Take(events[i], now, events, i) is { } problem)
            {
                _ids.Remove(keys[i]);
                _ = (freed ??= []).Add(keys[i]);
                SetAside(events[i], problem, now);
                answers[i] = problem;
            }
        }

        return answers;
    }

    public void SetAside(IReadOnlyList<RefusedRow> rows, DateTimeOffset now)
    {
        foreach (var row in rows)
        {
            _quarantine.Add(_key.Of(row.Key, -1), now, row.Code, row.Why, null, row.Text);
        }
    }

    // Counts an event, or says why it cannot be.
    private EventAnswer? Take(AttributionEvent happened, DateTimeOffset now, PreparedEvents? prepared = null, int place = 0)
    {
        if (EventCheck.Alone(happened, now) is { } alone)
        {
            return alone;
        }

        var known = _book.Find(happened.Experiment);
        var variant = known?.VariantOf(happened.Variant) ?? -1;
        var key = known is null ? default : prepared?.UnitOf(place, known.Number) ?? _key.Of(happened.Unit, known.Number);
        var unit = known is null ? null : _units.Find(key);
        if (EventCheck.Within(happened, known?.Definition, variant, unit?.Variant) is { } within)
        {
            return within;
        }

        var value = happened.Value is { } amount ? (long)(amount * EventLimits.Scale) : default(long?);
        var name = _names.Find(happened.Event);
        if (value is { } more && unit is not null && Math.Abs(unit.SumOf(name) + more) > (long)(EventLimits.LargestValue * EventLimits.Scale))
        {
            return new(EventAnswerKind.Quarantined, EventCodes.ValueTooLarge, $"with it the unit's values of {happened.Event} together lie beyond {EventLimits.LargestValue:0}");
        }

        if (!IsRoom(known!, ref name, happened.Event))
        {
            return new(EventAnswerKind.Quarantined, EventCodes.TooManyNames, $"'{happened.Experiment}' has {EventLimits.MostNames} names of events already; use one of them");
        }

        var at = happened.At.UtcTicks;
        _log.Append(known!.Number, variant, at, name, happened.Event, value, happened.Id, happened.Unit, happened.Path);
        unit ??= Assigned(known, key, variant, at);
        _units.Changed(unit);
        _totals.Added(new(known.Number, unit.Day, unit.Stretch, unit.Variant, name)).Take(ref unit.Of(name), value);
        return null;
    }

    private bool IsRoom(KnownExperiment known, ref long name, string text)
    {
        known.Names ??= [.. _namesOf.Bind(1, known.Number).All(row => row.Long(0))];
        if (name != 0 && known.Names.Contains(name))
        {
            return true;
        }

        if (known.Names.Count >= EventLimits.MostNames)
        {
            return false;
        }

        name = name == 0 ? _names.Add(text) : name;
        return known.Names.Add(name);
    }

    private UnitState Assigned(KnownExperiment known, UInt128 key, int variant, long at)
    {
        var unit = new UnitState(key, known.Number, variant, known.DayOf(at), known.StretchAt(at, _log.Sequence));
        _units.Add(unit);
        _totals.Added(new(known.Number, unit.Day, unit.Stretch, variant, 0)).Units++;
        return unit;
    }

    private void SetAside(AttributionEvent happened, EventAnswer problem, DateTimeOffset now)
    {
        var text = EventText.Write(happened);
        _quarantine.Add(_key.Of(text, -2), now, problem.Code!, problem.Why!, happened.Experiment, text);
    }

    private void Readmit(string experiment)
    {
        for (var after = 0L; _quarantine.Waiting(experiment, after) is { Count: > 0 } page; after = page[^1].Number)
        {
            foreach (var (number, at, text) in page)
            {
                var happened = EventReader.Parse(text);
                var key = _key.Of(happened.Id);
                if (!_ids.TryAdd(key))
                {
                    _quarantine.Settle(number);
                }
                else if (Take(happened, at) is { } problem)
                {
                    _ids.Remove(key);
                    _quarantine.Explain(number, problem.Code!, problem.Why!);
                }
                else
                {
                    _quarantine.Settle(number);
                }
            }
        }
    }
}
