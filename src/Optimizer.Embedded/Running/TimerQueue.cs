using Optimizer.Embedded.History;

namespace Optimizer.Embedded.Running;

/// <summary>Pending timers in memory, by due time; the store has them too. One clock timer serves the first of them.</summary>
internal sealed class TimerQueue(EngineCore core) : IDisposable
{
    /// <summary>Step of a scheduled start.</summary>
    public const int StartStep = -1;

    // Clocks jump and machines sleep, so a far due time is looked at again before.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    // Cancelled timers stay in the heap until they come up, or until they are this many and most of it.
    private const int FewestToSweep = 1024;

    private readonly Lock _lock = new();
    private PriorityQueue<Entry, (long Due, long Order)> _heap = new();
    private ITimer? _timer;
    private long _armedFor = long.MaxValue;
    private long _order;
    private int _cancelled;
    private bool _closed;

    /// <summary>Pending timers.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _heap.Count - _cancelled;
            }
        }
    }

    /// <summary>Due time of the first, UTC ticks; null without one.</summary>
    public long? NextDue
    {
        get
        {
            lock (_lock)
            {
                while (_heap.TryPeek(out var entry, out var first))
                {
                    if (entry.IsPending())
                    {
                        return first.Due;
                    }

                    _heap.Dequeue();
                    _cancelled--;
                }

                return null;
            }
        }
    }

    /// <summary>Adds a timer; the instance's lock is not held.</summary>
    public void Add(LiveInstance instance, int generation, int step, long due)
    {
        lock (instance)
        {
            instance.AddTimer(step, due);
        }

        lock (_lock)
        {
            _heap.Enqueue(new(instance, generation, step), (due, _order++));
        }
    }

    /// <summary>Cancels a step's timer.</summary>
    public void Cancel(LiveInstance instance, int step)
    {
        bool removed;
        lock (instance)
        {
            removed = instance.RemoveTimer(step);
        }

        if (removed)
        {
            Cancelled(1);
        }
    }

    /// <summary>Timers of an instance that ended or continued as new.</summary>
    public void Cancelled(int count)
    {
        lock (_lock)
        {
            _cancelled += count;
            if (_cancelled > FewestToSweep && _cancelled > _heap.Count / 2)
            {
                var kept = new PriorityQueue<Entry, (long, long)>();
                foreach (var (entry, priority) in _heap.UnorderedItems)
                {
                    if (entry.IsPending())
                    {
                        kept.Enqueue(entry, priority);
                    }
                }

                (_heap, _cancelled) = (kept, 0);
            }
        }
    }

    /// <summary>Fires everything that is due, in order of due time, and sees to the rest.</summary>
    public void Fire()
    {
        var now = core.Now;
        var due = new List<(Entry Entry, long Due)>();
        lock (_lock)
        {
            while (_heap.TryPeek(out var entry, out var first) && first.Due <= now)
            {
                _heap.Dequeue();
                due.Add((entry, first.Due));
            }

            Arm(now);
        }

        foreach (var (entry, at) in due)
        {
            if (!Fire(entry, at, now))
            {
                lock (_lock)
                {
                    _cancelled--;
                }
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _timer?.Dispose();
        }
    }

    private bool Fire(Entry entry, long due, long now)
    {
        var (instance, generation, step) = entry;
        lock (instance)
        {
            if (instance.Generation != generation || !instance.RemoveTimer(step))
            {
                return false;
            }

            if (step == StartStep)
            {
                instance.IsHeld = false;
            }
        }

        core.Metrics.Timer(TimeSpan.FromTicks(now - due));
        if (step == StartStep)
        {
            core.Wake(instance);
        }
        else
        {
            core.Post(instance, new Message.TimerFired(generation, step, due));
        }

        return true;
    }

    // A virtual clock is moved by its owner, who asks for what is due.
    private void Arm(long now)
    {
        if (_closed || core.Clock is VirtualClock)
        {
            return;
        }

        _timer ??= core.Clock.CreateTimer(static state => ((TimerQueue)state!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _armedFor = _heap.TryPeek(out _, out var first) ? first.Due : long.MaxValue;
        var wait = _armedFor == long.MaxValue ? LongestSleep : TimeSpan.FromTicks(_armedFor - now);
        _timer.Change(wait > LongestSleep ? LongestSleep : RoundUp(wait), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Looks whether a timer that was just added comes first.</summary>
    public void Added(long due)
    {
        if (due <= core.Now)
        {
            Fire();
            return;
        }

        lock (_lock)
        {
            if (due < _armedFor)
            {
                Arm(core.Now);
            }
        }
    }

    private void Wake()
    {
        Fire();
        core.Retention.Look();
    }

    // The clock's timers count whole milliseconds and may come early by a part of one.
    private static TimeSpan RoundUp(TimeSpan wait) =>
        TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds)));

    private readonly record struct Entry(LiveInstance Instance, int Generation, int Step)
    {
        public bool IsPending()
        {
            lock (Instance)
            {
                return Instance.Generation == Generation && Instance.HasTimer(Step);
            }
        }
    }
}
