using Optimizer.Domain.Attribution;

namespace Optimizer.Embedded.Ledger;

/// <summary>Events with what can be found out of them beforehand, by whoever asks: the one that writes has less to do.</summary>
internal sealed class PreparedEvents
{
    private readonly IReadOnlyList<AttributionEvent> _events;
    private readonly UInt128[] _ids;
    private readonly UInt128[] _sorted;
    private readonly int[] _places;
    private readonly UInt128[] _units;
    private readonly long[] _experiments;

    /// <param name="events">As they came.</param>
    /// <param name="key">Of the ledger.</param>
    /// <param name="numbers">Numbers of experiments by id, as far as known.</param>
    public PreparedEvents(IReadOnlyList<AttributionEvent> events, SipKey key, IReadOnlyDictionary<string, long> numbers)
    {
        _events = events;
        _ids = new UInt128[events.Count];
        _places = new int[events.Count];
        _units = new UInt128[events.Count];
        _experiments = new long[events.Count];
        for (var i = 0; i < _ids.Length; i++)
        {
            var happened = events[i];
            (_ids[i], _places[i]) = (key.Of(happened.Id ?? ""), i);
            if (happened.Experiment is not null && numbers.TryGetValue(happened.Experiment, out _experiments[i]))
            {
                _units[i] = key.Of(happened.Unit ?? "", _experiments[i]);
            }
        }

        _sorted = [.. _ids];
        Array.Sort(_sorted, _places);
    }

    public int Count => _events.Count;

    /// <summary>Keys of the ids, in the order in which the events came.</summary>
    public ReadOnlySpan<UInt128> Ids => _ids;

    /// <summary>Keys of the ids, in the order of the tree.</summary>
    public ReadOnlySpan<UInt128> Sorted => _sorted;

    /// <summary>Where each of the sorted ones stood.</summary>
    public ReadOnlySpan<int> Places => _places;

    public AttributionEvent this[int place] => _events[place];

    /// <summary>Key of an event's unit in an experiment; null when another number was thought the experiment's.</summary>
    public UInt128? UnitOf(int place, long experiment) => _experiments[place] == experiment ? _units[place] : null;
}
