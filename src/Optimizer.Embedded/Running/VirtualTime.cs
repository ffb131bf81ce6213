namespace Optimizer.Embedded.Running;

/// <summary>Moves a virtual clock from timer to timer, each time after everything at hand is done.</summary>
internal static class VirtualTime
{
    public static async Task RunUntilAsync(EngineCore core, VirtualClock clock, DateTimeOffset until, CancellationToken cancellationToken)
    {
        while (true)
        {
            core.Timers.Fire();
            await core.Quiet.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (core.Timers.NextDue is not { } due || due > until.UtcTicks)
            {
                break;
            }

            if (due > core.Now)
            {
                clock.Set(new(due, TimeSpan.Zero));
            }

            core.Retention.Look();
        }

        if (until > clock.GetUtcNow())
        {
            clock.Set(until);
        }

        core.Retention.Look();
        await core.Quiet.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
