namespace Optimizer.Embedded.Running;

/// <summary>
/// One thread for everything, writer included, first in, first out: for virtual time, where a run must repeat in every order
/// of events and no time should go into changing threads.
/// </summary>
internal sealed class SerialQueue : IWorkQueue
{
    private readonly Queue<IThreadPoolWorkItem> _items = new();
    private readonly Thread _thread;
    private Func<bool> _write = () => false;
    private Func<bool> _idle = () => false;
    private bool _hasNews;
    private bool _stopping;

    public SerialQueue() => _thread = new Thread(Run) { IsBackground = true, Name = "Optimizer engine" };

    /// <summary>Begins.</summary>
    /// <param name="write">Writes some of what waits to be written; false when nothing did.</param>
    /// <param name="idle">Called when nothing else is to be done; false when it had nothing to do either.</param>
    public void Start(Func<bool> write, Func<bool> idle)
    {
        (_write, _idle) = (write, idle);
        _thread.Start();
    }

    public void Add(IThreadPoolWorkItem item, bool isNext)
    {
        lock (_items)
        {
            _items.Enqueue(item);
            Monitor.Pulse(_items);
        }
    }

    /// <summary>Something may be there to write, or to do when idle.</summary>
    public void Nudge()
    {
        lock (_items)
        {
            _hasNews = true;
            Monitor.Pulse(_items);
        }
    }

    /// <summary>Ends after what is at hand; blocks until then.</summary>
    public void Stop()
    {
        lock (_items)
        {
            _stopping = true;
            Monitor.Pulse(_items);
        }

        _thread.Join();
    }

    private void Run()
    {
        while (true)
        {
            if (Next() is { } item)
            {
                item.Execute();
            }
            else if (!_write() && !_idle() && !Wait())
            {
                return;
            }
        }
    }

    private IThreadPoolWorkItem? Next()
    {
        lock (_items)
        {
            return _items.TryDequeue(out var item) ? item : null;
        }
    }

    // False: it is over.
    private bool Wait()
    {
        lock (_items)
        {
            while (_items.Count == 0 && !_hasNews)
            {
                if (_stopping)
                {
                    return false;
                }

                Monitor.Wait(_items);
            }

            _hasNews = false;
            return true;
        }
    }
}
