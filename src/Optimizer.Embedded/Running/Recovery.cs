using System.Globalization;
using Optimizer.Embedded.Storage;
using Optimizer.Embedded.Telemetry;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>
/// Brings everything back at start: all that is not finished as a few words each, timers in their queue, and those with
/// something to do on their way. Nothing is replayed.
/// </summary>
/// <remarks>
/// What was on its way when the process died may be what killed it, so each such start is counted before it counts
/// (ENGINE lesson 10): from the second time on suspects run one by one, so that only the one at fault is parked.
/// </remarks>
internal sealed class Recovery(EngineCore core)
{
    // Starts in a row after which an instance no longer runs beside others.
    private const int SuspectAfter = 2;

    // A suspect that only waits for something slow does not hold up the next for longer.
    private static readonly TimeSpan LongestTrial = TimeSpan.FromSeconds(5);

    // Until a disk that failed is asked again.
    private static readonly TimeSpan DiskPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads the store; on the caller's thread, before the writer runs.</summary>
    /// <returns>Those with something to do, oldest first.</returns>
    public IReadOnlyList<LiveInstance> Load(IEngineStore store)
    {
        var byKey = new Dictionary<long, LiveInstance>();
        var busy = new HashSet<LiveInstance>();
        foreach (var row in store.Live())
        {
            var parent = row.Parent is { } link && byKey.GetValueOrDefault(link.Instance) is { } waiting
                ? new ParentRef(waiting, link.Generation, link.Step)
                : null;
            var instance = new LiveInstance(row.Id, row.Workflow, core.Turns.Take)
            {
                Parent = parent,
                Trace = row.Trace,
                Version = row.Version,
                Generation = row.Generation,
                State = row.State,
                HasTurns = row.Started,
                LastAt = row.LastAt,
                Attempts = row.Attempts,
            };
            (instance.Written.Key, instance.Written.Generation, instance.Written.State) = (row.Key, row.Generation, row.State);
            instance.IsCold = row.Busy;
            byKey.Add(row.Key, instance);
            core.Instances[row.Id] = instance;
            if (row.Busy)
            {
                busy.Add(instance);
            }
        }

        var now = core.Now;
        foreach (var timer in store.Timers())
        {
            if (byKey.TryGetValue(timer.Instance, out var instance))
            {
                instance.IsHeld |= timer.Step == TimerQueue.StartStep;
                core.Timers.Add(instance, instance.Generation, timer.Step, timer.Due);
                if (timer.Due <= now)
                {
                    busy.Add(instance);
                }
            }
        }

        return [.. busy.Where(instance => instance.State == RunState.Running)];
    }

    /// <summary>Sets those with something to do on their way.</summary>
    public async Task BeginAsync(IReadOnlyList<LiveInstance> busy)
    {
        var suspects = busy.Where(instance => instance.Attempts >= SuspectAfter).OrderBy(instance => instance.Attempts).ToList();
        foreach (var suspect in suspects)
        {
            suspect.IsOnTrial = true;
        }

        var others = busy.Except(suspects).ToList();
        if (others.Count > 0)
        {
            await ReadAsync(others).ConfigureAwait(false);
        }

        core.Timers.Fire();
        if (suspects.Count > 0)
        {
            _ = TrialAsync(suspects);
        }
    }

    private async Task ReadAsync(IReadOnlyList<LiveInstance> instances)
    {
        var read = new StoreRequest<List<Recovered?>>(store =>
        {
            // One that was ended and purged meanwhile has no row any more.
            foreach (var instance in instances.Where(instance => !instance.Written.IsGone))
            {
                store.SetAttempts(instance.Written.Key, instance.Attempts + 1);
            }

            // One that only has a timer due is brought back by its turn.
            return [.. instances.Select(instance => Recovered.IsCold(instance) ? Recovered.Read(store, instance) : null)];
        });
        core.Writer.Submit(read);
        foreach (var (instance, recovered) in instances.Zip(await read.Answer.ConfigureAwait(false)))
        {
            lock (instance)
            {
                instance.Attempts++;
                instance.IsOnTrial = false;
            }

            recovered?.GoOn(core, instance);
            core.Wake(instance);
        }
    }

    /// <summary>A stop that was asked for is no sign against what it interrupts; nor is it one for what has not been tried again yet.</summary>
    public static async Task ForgiveAsync(EngineCore core)
    {
        var interrupted = core.Instances.Values.Where(instance => instance.Attempts > 0 && !instance.IsOnTrial).ToList();
        if (interrupted.Count > 0)
        {
            var forgive = new StoreRequest<bool>(store =>
            {
                foreach (var instance in interrupted.Where(instance => !instance.Written.IsGone))
                {
                    store.SetAttempts(instance.Written.Key, 0);
                }

                return true;
            });
            core.Writer.Submit(forgive);
            await forgive.Answer.ConfigureAwait(false);
        }
    }

    private async Task TrialAsync(IReadOnlyList<LiveInstance> suspects)
    {
        try
        {
            await TryOneByOneAsync(suspects).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // The engine stops: the next start tries them again.
        }
    }

    private async Task ReadWhenItCanAsync(LiveInstance suspect)
    {
        while (true)
        {
            try
            {
                await ReadAsync([suspect]).ConfigureAwait(false);
                return;
            }
            catch (Workflows.EngineUnavailableException)
            {
                await Task.Delay(DiskPause).ConfigureAwait(false);
            }
        }
    }

    private async Task TryOneByOneAsync(IReadOnlyList<LiveInstance> suspects)
    {
        foreach (var suspect in suspects)
        {
            EngineLog.Suspect(core.Log, suspect.Id, suspect.Attempts);
            if (suspect.Attempts >= core.Options.MaxAttempts)
            {
                core.Writer.Submit(new ParkChange(core, suspect, string.Create(
                    CultureInfo.InvariantCulture, $"the process died {suspect.Attempts} times in a row while it was under way, so it may be what kills it"), EndsTurn: false));
                continue;
            }

            await ReadWhenItCanAsync(suspect).ConfigureAwait(false);
            var deadline = Environment.TickCount64 + (long)LongestTrial.TotalMilliseconds;
            while (suspect.Attempts > 0 && !suspect.State.IsFinished() && Environment.TickCount64 < deadline)
            {
                await Task.Delay(20).ConfigureAwait(false);
            }
        }
    }
}
