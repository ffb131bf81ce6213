namespace Optimizer.Functions.Durable;

/// <summary>Keys of the signals taken last. The store of keys refuses most duplicates; here fall those that were raised before it knew.</summary>
internal sealed class TakenKeys
{
    // A duplicate gets past the store only while two send it at once, or when the sender dies between raising and noting it and sends it
    // again: few signals come to one instance in between. Every key kept is carried into each generation.
    private const int Most = 64;

    private readonly Queue<string> _order = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public TakenKeys(IEnumerable<string> taken)
    {
        foreach (var key in taken)
        {
            TryAdd(key);
        }
    }

    public IReadOnlyList<string>? All => _order.Count == 0 ? null : [.. _order];

    /// <summary>False when it is there already.</summary>
    public bool TryAdd(string key)
    {
        if (!_known.Add(key))
        {
            return false;
        }

        _order.Enqueue(key);
        if (_order.Count > Most)
        {
            _known.Remove(_order.Dequeue());
        }

        return true;
    }
}
