namespace Optimizer.Embedded.Running;

/// <summary>So many at a time; the others wait in a line and hold no thread.</summary>
internal sealed class Slots(int most, IWorkQueue queue)
{
    private readonly Lock _lock = new();
    private readonly Queue<IThreadPoolWorkItem> _line = new();
    private int _taken;

    public int Taken => Volatile.Read(ref _taken);

    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _line.Count;
            }
        }
    }

    /// <summary>Runs the item on the pool as soon as it has a slot; it must <see cref="Exit"/>.</summary>
    public void Enter(IThreadPoolWorkItem item)
    {
        lock (_lock)
        {
            if (_taken == most)
            {
                _line.Enqueue(item);
                return;
            }

            _taken++;
        }

        queue.Add(item, isNext: true);
    }

    /// <summary>Takes a slot if one is free, for the caller itself.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            if (_taken == most)
            {
                return false;
            }

            _taken++;
            return true;
        }
    }

    /// <summary>Gives the slot to the next in line.</summary>
    public void Exit()
    {
        IThreadPoolWorkItem? next;
        lock (_lock)
        {
            if (!_line.TryDequeue(out next))
            {
                _taken--;
                return;
            }
        }

        queue.Add(next, isNext: true);
    }
}
