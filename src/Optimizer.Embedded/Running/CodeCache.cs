namespace Optimizer.Embedded.Running;

/// <summary>Bounds how much running code is kept in memory: the longest unmoved is let go first, and replayed when it wakes.</summary>
internal sealed class CodeCache(EngineCore core) : IDisposable
{
    // What the code of a workflow takes beyond its history, roughly.
    private const int CodeBytes = 2048;

    private long _bytes;
    private int _sweeping;
    private Timer? _timer;

    /// <summary>Begins to look for idle code, by the process's own clock.</summary>
    public void Start()
    {
        if (core.Options.CacheIdle > TimeSpan.Zero)
        {
            var period = TimeSpan.FromMilliseconds(Math.Clamp(core.Options.CacheIdle.TotalMilliseconds / 4, 100, 30_000));
            _timer = new(static state => ((CodeCache)state!).Sweep(), this, period, period);
        }
    }

    /// <summary>An instance has taken a turn.</summary>
    public void Touched(LiveInstance instance)
    {
        instance.TouchedAt = Environment.TickCount64;
        if (core.Options.CacheIdle == TimeSpan.Zero)
        {
            LetGo(instance);
            return;
        }

        long bytes;
        lock (instance)
        {
            bytes = Count(instance, instance.Code is null ? 0 : CodeBytes + instance.Bytes);
        }

        if (bytes > core.Options.CacheBytes)
        {
            Sweep();
        }
    }

    /// <summary>An instance has ended.</summary>
    public void Forget(LiveInstance instance)
    {
        lock (instance)
        {
            Count(instance, 0);
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void Sweep()
    {
        if (Interlocked.Exchange(ref _sweeping, 1) == 1)
        {
            return;
        }

        var oldest = Environment.TickCount64 - (long)core.Options.CacheIdle.TotalMilliseconds;
        foreach (var instance in core.Instances.Values.Where(instance => instance.Code is not null).OrderBy(instance => instance.TouchedAt))
        {
            // Well below the bound, so that the next turn does not sweep again.
            if (instance.TouchedAt >= oldest && Interlocked.Read(ref _bytes) <= core.Options.CacheBytes * 4 / 5)
            {
                break;
            }

            LetGo(instance);
        }

        Volatile.Write(ref _sweeping, 0);
    }

    // Under the instance's lock.
    private long Count(LiveInstance instance, long bytes)
    {
        var change = bytes - instance.CachedBytes;
        instance.CachedBytes = bytes;
        return Interlocked.Add(ref _bytes, change);
    }

    private void LetGo(LiveInstance instance)
    {
        lock (instance)
        {
            // Code that has taken no turn yet cannot be brought back from one.
            if (instance.Phase == Phase.Idle && instance.HasTurns)
            {
                instance.Code = null;
                Count(instance, 0);
            }
        }
    }
}
