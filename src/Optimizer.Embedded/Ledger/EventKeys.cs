using Optimizer.Domain.Attribution;

namespace Optimizer.Embedded.Ledger;

/// <summary>Keys of the ids of some events, and the order of the tree over them. Made by whoever asks, so that the one that writes has less to do.</summary>
internal sealed class EventKeys
{
    private readonly UInt128[] _keys;
    private readonly UInt128[] _sorted;
    private readonly int[] _places;

    public EventKeys(IReadOnlyList<AttributionEvent> events, SipKey key)
    {
        _keys = new UInt128[events.Count];
        _places = new int[events.Count];
        for (var i = 0; i < _keys.Length; i++)
        {
            (_keys[i], _places[i]) = (key.Of(events[i].Id ?? ""), i);
        }

        _sorted = [.. _keys];
        Array.Sort(_sorted, _places);
    }

    /// <summary>In the order in which the events came.</summary>
    public ReadOnlySpan<UInt128> Keys => _keys;

    public ReadOnlySpan<UInt128> Sorted => _sorted;

    /// <summary>Where each of the sorted ones stood.</summary>
    public ReadOnlySpan<int> Places => _places;
}
