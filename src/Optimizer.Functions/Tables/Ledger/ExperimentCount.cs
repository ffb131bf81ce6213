using Optimizer.Domain.Attribution;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>
/// Counts items of one experiment in the order of its log: says what cannot be counted, and gathers what the others change. Pure, so that a
/// block comes to the same whoever counts it.
/// </summary>
internal sealed class ExperimentCount
{
    private readonly List<LedgerStretch> _stretches;
    private readonly HashSet<string> _names;
    private readonly Dictionary<string, UnitCount> _units;
    private TimeZoneInfo? _zone;

    /// <param name="head">How it stands; null when it is not known.</param>
    /// <param name="units">Units that the items tell of, as far as they are assigned.</param>
    public ExperimentCount(LedgerHead? head, IEnumerable<KeyValuePair<string, UnitCount>> units)
    {
        Definition = head?.Definition;
        _stretches = [.. head?.Stretches ?? []];
        _names = new(head?.Names ?? [], StringComparer.Ordinal);
        _units = new(units, StringComparer.Ordinal);
    }

    public LedgerExperiment? Definition { get; private set; }

    public IReadOnlyList<LedgerStretch> Stretches => _stretches;

    public IEnumerable<string> Names => _names;

    /// <summary>All units, those that changed among them.</summary>
    public IReadOnlyDictionary<string, UnitCount> Units => _units;

    /// <summary>What is to be added to the running sums.</summary>
    public Dictionary<SumKey, SumCount> Added { get; } = [];

    /// <summary>Whether a definition changes anything.</summary>
    public bool WouldChange(LedgerExperiment said) => Definition is not { } known
        || (With(known, said) is var next && (next.Until != known.Until || !ExperimentCheck.Weights(next).SequenceEqual(ExperimentCheck.Weights(known))));

    /// <summary>Why an event cannot be counted; null when it can.</summary>
    public EventAnswer? Problem(AttributionEvent happened, DateTimeOffset now)
    {
        if (EventCheck.Alone(happened, now) is { } alone)
        {
            return alone;
        }

        var unit = _units.GetValueOrDefault(happened.Unit);
        return EventCheck.Within(happened, Definition, VariantOf(happened.Variant), unit?.Variant)
            ?? (happened.Value is not null && unit is not null && Math.Abs(After(unit, happened).Sum) > (long)(EventLimits.LargestValue * EventLimits.Scale)
                ? new(EventAnswerKind.Quarantined, EventCodes.ValueTooLarge, $"with it the unit's values of {happened.Event} together lie beyond {EventLimits.LargestValue:0}")
                : _names.Count >= EventLimits.MostNames && !_names.Contains(happened.Event)
                ? new(EventAnswerKind.Quarantined, EventCodes.TooManyNames, $"'{happened.Experiment}' has {EventLimits.MostNames} names of events already; use one of them")
                : null);
    }

    /// <summary>Counts an item of the log, or one that becomes one.</summary>
    public void Take(LedgerItem item)
    {
        switch (item)
        {
            case { Definition: { } definition }:
                Define(definition, item.At);
                break;
            case { Event: { } happened }:
                Count(Assigned(happened.Unit, VariantOf(happened.Variant), happened.At), happened);
                break;
            case { Assigned: { } unit }:
                _ = Assigned(unit, item.Variant, item.At);
                break;
            case { Aside: not null }:
                break;
            default:
                throw new InvalidDataException($"a line of a ledger's log says nothing: {item}");
        }
    }

    // What was said first stays; shares and end change.
    private static LedgerExperiment With(LedgerExperiment known, LedgerExperiment said) =>
        known with { Weights = said.Weights.Count > 0 ? said.Weights : known.Weights, Until = said.Until };

    private void Define(LedgerExperiment said, DateTimeOffset at)
    {
        Definition = Definition is { } known ? With(known, said) : said;
        var weights = ExperimentCheck.Weights(Definition);
        if (_stretches.Count == 0 || !weights.SequenceEqual(_stretches[^1].Weights))
        {
            _stretches.Add(new(_stretches.Count > 0 && _stretches[^1].At > at ? _stretches[^1].At : at, weights));
        }
    }

    private UnitCount Assigned(string name, int variant, DateTimeOffset at)
    {
        if (!_units.TryGetValue(name, out var unit))
        {
            _zone ??= TimeZoneInfo.FindSystemTimeZoneById(Definition!.TimeZone);
            var stretch = _stretches.FindLastIndex(each => each.At <= at);
            unit = new() { Variant = variant, Day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime), Stretch = Math.Max(stretch, 0) };
            _units.Add(name, unit);
            Added[unit.Place] = Sum(unit.Place) with { Units = Sum(unit.Place).Units + 1 };
        }

        return unit;
    }

    private void Count(UnitCount unit, AttributionEvent happened)
    {
        _ = _names.Add(happened.Event);
        var (before, after) = (unit.Tallies.GetValueOrDefault(happened.Event), After(unit, happened));
        unit.Tallies[happened.Event] = after;
        var sum = Added[unit.Place] = Sum(unit.Place);
        sum.Events[happened.Event] = sum.Events.GetValueOrDefault(happened.Event).And(EventCount.Between(before, after));
    }

    private static UnitTally After(UnitCount unit, AttributionEvent happened)
    {
        var tally = unit.Tallies.GetValueOrDefault(happened.Event);
        return new(tally.Count + 1, tally.Sum + (happened.Value is { } value ? (long)(value * EventLimits.Scale) : 0));
    }

    private SumCount Sum(SumKey place) => Added.GetValueOrDefault(place) ?? new() { Place = place };

    private int VariantOf(string name) => Definition?.Variants.ToList().IndexOf(name) ?? -1;
}
