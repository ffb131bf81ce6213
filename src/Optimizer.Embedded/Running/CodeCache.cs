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

    /// <summary>An instance has taken a turn that added to its history.</summary>
    public void Touched(LiveInstance instance, long addedBytes)
    {
        instance.TouchedAt = Environment.TickCount64;
        if (core.Options.CacheIdle == TimeSpan.Zero)
        {
            LetGo(instance);
        }
        else if (Interlocked.Add(ref _bytes, addedBytes) > core.Options.CacheBytes)
        {
            Sweep();
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void Sweep()
    {
        if (Interlocked.Exchange(ref _sweeping, 1) == 1)
        {
            return;
        }

        // The sum is made anew, so that what was missed in between does not add up.
        var cached = core.Instances.Values.Where(instance => instance.Code is not null).OrderByDescending(instance => instance.TouchedAt).ToList();
        var oldest = Environment.TickCount64 - (long)core.Options.CacheIdle.TotalMilliseconds;
        var kept = 0L;
        foreach (var instance in cached)
        {
            var bytes = CodeBytes + instance.Bytes;
            if (instance.TouchedAt >= oldest && kept + bytes <= core.Options.CacheBytes * 4 / 5 || !LetGo(instance))
            {
                kept += bytes;
            }
        }

        Interlocked.Exchange(ref _bytes, kept);
        Volatile.Write(ref _sweeping, 0);
    }

    private static bool LetGo(LiveInstance instance)
    {
        lock (instance)
        {
            // Code that has taken no turn yet cannot be brought back from one.
            if (instance.Phase == Phase.Idle && instance.HasTurns)
            {
                instance.Code = null;
                return true;
            }

            return false;
        }
    }
}
