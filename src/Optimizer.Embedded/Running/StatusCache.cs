using System.Collections.Concurrent;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>
/// How instances stand, for those who ask again: whoever only looks does not wait for a flush. What is known here is durable and the
/// newest that is; the same object is given until the instance changes, so that who keeps it sees whether anything did.
/// </summary>
internal sealed class StatusCache
{
    // With the input and the view of a play, some ten thousand of them.
    private const long MostBytes = 64L << 20;
    private const int RowBytes = 512;

    private readonly ConcurrentDictionary<string, InstanceStatus> _known = new(StringComparer.Ordinal);

    // Of the writer's thread alone: ids of what is known, and who has read an instance that has not changed since.
    private readonly Dictionary<long, string> _ids = [];
    private readonly Dictionary<long, object> _readers = [];
    private long _bytes;

    /// <summary>Null when nobody has asked since it last changed. From any thread.</summary>
    public InstanceStatus? Find(string id) => _known.GetValueOrDefault(id);

    /// <summary>An instance changes: before that is durable, and before anybody is told.</summary>
    public void Changed(long key)
    {
        _readers.Remove(key);
        if (_ids.Remove(key, out var id) && _known.TryRemove(id, out var status))
        {
            _bytes -= Bytes(status);
        }
    }

    /// <summary>An instance goes for good; its children name it no more.</summary>
    public void Deleted()
    {
        _readers.Clear();
        Forget();
    }

    /// <summary>Somebody has read an instance, in a change that is not durable yet.</summary>
    public void Read(long key, object reader) => _readers[key] = reader;

    /// <summary>What was read is durable: it is kept, unless the instance has changed in between.</summary>
    public void Keep(long key, object reader, InstanceStatus status)
    {
        if (_readers.GetValueOrDefault(key) != reader)
        {
            return;
        }

        _readers.Remove(key);
        if (_bytes > MostBytes)
        {
            Forget();
        }

        if (_ids.TryAdd(key, status.InstanceId))
        {
            _known[status.InstanceId] = status;
            _bytes += Bytes(status);
        }
    }

    private static long Bytes(InstanceStatus status) => RowBytes + status.Input.Bytes + (status.Status?.Bytes ?? 0) + (status.Output?.Bytes ?? 0);

    private void Forget()
    {
        _known.Clear();
        _ids.Clear();
        _bytes = 0;
    }
}
