using Optimizer.Embedded.Telemetry;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>Deletes, once an hour, what finished too long ago, and forgets old keys of signals.</summary>
internal sealed class Retention(EngineCore core)
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    // A sender that has not heard for so long does not send again.
    private static readonly TimeSpan SignalKeys = TimeSpan.FromDays(30);

    private long _next = long.MinValue;

    /// <summary>Sweeps when it is time to; called often.</summary>
    public void Look()
    {
        var next = Interlocked.Read(ref _next);
        if (core.Now >= next && Interlocked.CompareExchange(ref _next, core.Now + Period.Ticks, next) == next)
        {
            _ = SweepAsync();
        }
    }

    private async Task SweepAsync()
    {
        core.Quiet.Enter();
        try
        {
            var oldKeys = core.Now - SignalKeys.Ticks;
            var keys = new StoreRequest<bool>(store =>
            {
                store.DeleteSignalKeys(oldKeys);
                return true;
            });
            core.Writer.Submit(keys);
            await keys.Answer.ConfigureAwait(false);
            if (core.Options.KeepFinished is { } keep)
            {
                await DeleteAsync(core.Clock.GetUtcNow() - keep).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (fault is Workflows.EngineUnavailableException or ObjectDisposedException)
        {
            // Nothing was deleted; the next hour comes.
        }
        finally
        {
            core.Quiet.Exit();
        }
    }

    private async Task DeleteAsync(DateTimeOffset before)
    {
        var deleted = 0;
        int now;
        do
        {
            var some = new PurgeManyRequest(new InstanceQuery { FinishedBefore = before });
            core.Writer.Submit(some);
            now = await some.Answer.ConfigureAwait(false);
            deleted += now;
        }
        while (now == PurgeManyRequest.Most);

        if (deleted > 0)
        {
            EngineLog.Swept(core.Log, deleted, before);
        }
    }
}
