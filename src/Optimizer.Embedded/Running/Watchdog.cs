using System.Globalization;
using Optimizer.Embedded.History;

namespace Optimizer.Embedded.Running;

/// <summary>
/// Finds turns that never end. .NET cannot stop a thread, so the thread is given up, the instance parked and named, and
/// its slot given to others.
/// </summary>
internal sealed class Watchdog(EngineCore core) : IDisposable
{
    private readonly HashSet<Watched> _running = [];
    private Timer? _timer;

    /// <summary>Begins to look, by the process's own clock: a virtual one says nothing about work.</summary>
    public void Start()
    {
        var period = TimeSpan.FromMilliseconds(Math.Clamp(core.Options.MaxTurnTime.TotalMilliseconds / 4, 10, 1000));
        _timer = new(static state => ((Watchdog)state!).Look(), this, period, period);
    }

    /// <summary>Watches one turn until it is disposed of.</summary>
    public Watched Watch(LiveInstance instance, IReadOnlyList<Message> told)
    {
        var watched = new Watched(this, instance, told, Environment.TickCount64);
        lock (_running)
        {
            _running.Add(watched);
        }

        return watched;
    }

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        List<Watched> late;
        var limit = Environment.TickCount64 - (long)core.Options.MaxTurnTime.TotalMilliseconds;
        lock (_running)
        {
            late = [.. _running.Where(watched => watched.StartedAt < limit)];
            late.ForEach(watched => _running.Remove(watched));
        }

        foreach (var watched in late)
        {
            core.Turns.Park(watched.Instance, watched.Told, string.Create(
                CultureInfo.InvariantCulture, $"a turn of its code has run for over {core.Options.MaxTurnTime.TotalSeconds:0.##} s without yielding; it loops or blocks, and holds a thread until the process ends"));
        }
    }

    /// <summary>A turn under watch.</summary>
    internal sealed class Watched(Watchdog owner, LiveInstance instance, IReadOnlyList<Message> told, long startedAt) : IDisposable
    {
        public LiveInstance Instance => instance;

        public IReadOnlyList<Message> Told => told;

        public long StartedAt => startedAt;

        /// <summary>The turn is over; false when it was given up before.</summary>
        public bool End()
        {
            lock (owner._running)
            {
                return owner._running.Remove(this);
            }
        }

        public void Dispose() => End();
    }
}
