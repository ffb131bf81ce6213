namespace Optimizer.Connectors.Memory;

/// <summary>What was told, once per key, newest kept when there is a limit. Thread-safe.</summary>
/// <typeparam name="TItem">What is told.</typeparam>
internal sealed class Kept<TItem>(int? limit)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, TItem Item)> _items = [];

    public IReadOnlyList<TItem> Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _items.Select(item => item.Item)];
            }
        }
    }

    public void Add(string key, TItem item)
    {
        lock (_gate)
        {
            if (!_keys.Add(key))
            {
                return;
            }

            _items.Enqueue((key, item));
            while (_items.Count > limit)
            {
                _keys.Remove(_items.Dequeue().Key);
            }
        }
    }
}
