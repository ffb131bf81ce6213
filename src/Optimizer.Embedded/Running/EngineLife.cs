using System.Diagnostics;
using Optimizer.Embedded.Inspection.Door;
using Optimizer.Embedded.Storage;
using Optimizer.Embedded.Telemetry;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>Begins, beats and ends an engine.</summary>
internal sealed class EngineLife(EngineCore core, IEngineStore store, FileLock? held, string file) : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    // Cancelled activities get so long to notice.
    private static readonly TimeSpan AfterCancelling = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly DateTimeOffset _openedAt = core.Clock.GetUtcNow();
    private long _beatAt;
    private Timer? _heart;
    private Task? _end;

    /// <summary>Where the engine is looked at from outside; null when it has no file. Closed before the file is let go.</summary>
    public EngineDoor? Door { get; set; }

    /// <summary>Goes on with what was under way.</summary>
    /// <exception cref="EngineFileException">The file cannot be read or written.</exception>
    public async Task BeginAsync()
    {
        var started = Stopwatch.GetTimestamp();
        var recovery = new Recovery(core);
        IReadOnlyList<LiveInstance> busy;
        try
        {
            busy = recovery.Load(store);
            core.Start();
            await recovery.BeginAsync(busy).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            // Whatever it was, the file must be free for who tries again.
            await AbandonAsync().ConfigureAwait(false);
            if (fault is StoreException or EngineUnavailableException)
            {
                throw new EngineFileException(file, fault.Message, fault);
            }

            throw;
        }

        Interlocked.Exchange(ref _beatAt, core.Clock.GetUtcNow().UtcTicks);
        _heart = new(static life => ((EngineLife)life!).BeatOnce(), this, Beat, Beat);
        EngineLog.Opened(
            core.Log, file, core.Instances.Count, busy.Count, core.Timers.Count, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    public EngineHealth Health() => new()
    {
        At = core.Clock.GetUtcNow(),
        OpenedAt = _openedAt,
        // A virtual clock says nothing about how long a beat takes.
        HeartbeatAt = core.Serial is null ? new(Interlocked.Read(ref _beatAt), TimeSpan.Zero) : core.Clock.GetUtcNow(),
        Live = core.Instances.Count,
        Cached = core.Instances.Values.Count(instance => instance.Code is not null),
        TurnsQueued = core.TurnSlots.Waiting,
        ActivitiesRunning = core.ActivitySlots.Taken,
        ActivitiesQueued = core.ActivitySlots.Waiting,
        ChangesQueued = core.Writer.Waiting,
        Timers = core.Timers.Count,
        NextDue = core.Timers.NextDue is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : null,
        Parked = core.Instances.Values.Count(instance => instance.State == RunState.Parked),
        StoreProblem = core.Writer.Problem,
    };

    public Task StopAsync(TimeSpan grace) => EndOnce(() => EndAsync(grace));

    public Task AbandonAsync() => EndOnce(async () =>
    {
        core.IsDraining = true;
        core.Serial?.Stop();
        core.Writer.Abandon();
        await CloseDoorAsync().ConfigureAwait(false);
        Close();
    });

    private Task EndOnce(Func<Task> end)
    {
        lock (_lock)
        {
            return _end ??= Task.Run(end);
        }
    }

    private async Task EndAsync(TimeSpan grace)
    {
        core.IsDraining = true;
        core.Timers.Dispose();
        if (!await QuietWithinAsync(grace).ConfigureAwait(false))
        {
            await core.Stopping.CancelAsync().ConfigureAwait(false);
            await QuietWithinAsync(AfterCancelling).ConfigureAwait(false);
        }

        await ForgiveAsync().ConfigureAwait(false);
        await CloseDoorAsync().ConfigureAwait(false);
        core.Serial?.Stop();
        core.Writer.Stop();
        Close();
        EngineLog.Stopped(core.Log, file);
    }

    private async Task ForgiveAsync()
    {
        try
        {
            await Recovery.ForgiveAsync(core).ConfigureAwait(false);
        }
        catch (EngineUnavailableException)
        {
            // The disk is full: they stay counted.
        }
    }

    private async Task<bool> QuietWithinAsync(TimeSpan limit)
    {
        try
        {
            using var patience = new CancellationTokenSource(limit);
            await core.Quiet.WaitAsync(patience.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => _heart?.Dispose();

    private ValueTask CloseDoorAsync() => Door?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Close()
    {
        Dispose();
        core.Watchdog.Dispose();
        core.Cache.Dispose();
        core.Timers.Dispose();
        core.Metrics.Dispose();
        store.Dispose();
        held?.Dispose();
    }

    // Through the writer and back: it says that steps are being made durable, not only that a timer runs.
    private async void BeatOnce()
    {
        try
        {
            var beat = new ReadRequest<bool>(_ => true);
            core.Writer.Submit(beat);
            await beat.Answer.ConfigureAwait(false);
            Interlocked.Exchange(ref _beatAt, core.Clock.GetUtcNow().UtcTicks);
            held?.Beat();
            core.Retention.Look();
        }
        catch (Exception fault) when (fault is EngineUnavailableException or ObjectDisposedException or IOException or UnauthorizedAccessException)
        {
            // No beat is what this says.
        }
    }
}
