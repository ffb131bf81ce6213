namespace Optimizer.Benchmarks.Engine.Raw;

/// <summary>The one thread that writes: it takes all that waits, makes it durable in one transaction, and tells the clients.</summary>
internal sealed class RawWriter : IDisposable
{
    private const int MostInOneTransaction = 512;
    private const int SpinsBeforeSleep = 20;

    private readonly object _gate = new();
    private readonly RawStore _store;
    private readonly Thread _thread;
    private readonly Queue<RawClient> _waiting = new();
    private readonly List<RawClient> _taken = new(MostInOneTransaction);
    private int _count;
    private bool _asleep;
    private bool _closed;

    public RawWriter(RawStore store)
    {
        _store = store;
        _thread = new(Run) { Name = "raw writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Transactions that were flushed.</summary>
    public long Flushes { get; private set; }

    /// <summary>Ends when the client's point is durable.</summary>
    public ValueTask AppendAsync(RawClient client, int point)
    {
        var durable = client.Next(point);
        lock (_gate)
        {
            _waiting.Enqueue(client);
            Volatile.Write(ref _count, _waiting.Count);
            if (_asleep)
            {
                Monitor.Pulse(_gate);
            }
        }

        return durable;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
    }

    private void Run()
    {
        while (Take())
        {
            Write();
            Flushes++;
            foreach (var client in _taken)
            {
                client.Durable();
            }
        }
    }

    // A client that goes on at once comes back within microseconds: sleeping would cost more than the wait.
    private bool Take()
    {
        var spin = default(SpinWait);
        while (Volatile.Read(ref _count) == 0 && spin.Count < SpinsBeforeSleep)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }

        lock (_gate)
        {
            while (_waiting.Count == 0 && !_closed)
            {
                _asleep = true;
                Monitor.Wait(_gate);
                _asleep = false;
            }

            _taken.Clear();
            while (_taken.Count < MostInOneTransaction && _waiting.TryDequeue(out var client))
            {
                _taken.Add(client);
            }

            Volatile.Write(ref _count, _waiting.Count);
            return _taken.Count > 0;
        }
    }

    private void Write()
    {
        var at = DateTime.UtcNow.Ticks;
        if (_taken is [var only])
        {
            _store.Append(only.Instance, only.Point, at);
            return;
        }

        _store.Begin();
        foreach (var client in _taken)
        {
            _store.Append(client.Instance, client.Point, at);
        }

        _store.Commit();
    }
}
