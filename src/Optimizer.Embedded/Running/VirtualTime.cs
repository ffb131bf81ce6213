namespace Optimizer.Embedded.Running;

/// <summary>Moves a virtual clock from timer to timer, each time after everything at hand is done.</summary>
internal sealed class VirtualTime(EngineCore core, VirtualClock clock, SerialQueue queue)
{
    private readonly Lock _lock = new();
    private (DateTimeOffset Until, TaskCompletionSource Reached)? _target;

    /// <summary>Runs until a time. One caller at a time.</summary>
    public async Task RunUntilAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _target = _target is null
                ? (until, reached)
                : throw new InvalidOperationException("the engine is being run until a time already");
        }

        queue.Nudge();
        try
        {
            await reached.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _target = null;
            }
        }
    }

    /// <summary>Goes on to the next timer, on the engine's thread, when nothing is at hand; false when there is nothing to go on to.</summary>
    public bool TryJump()
    {
        if (core.IsDraining)
        {
            return false;
        }

        // Due without a jump: sleeps until a time that has passed, and a clock that was set by hand.
        if (core.Timers.NextDue is { } first && first <= core.Now)
        {
            core.Timers.Fire();
            return true;
        }

        lock (_lock)
        {
            if (_target is not { } target || core.Quiet.UnderWay > 0)
            {
                return false;
            }

            var due = core.Timers.NextDue;
            var next = due <= target.Until.UtcTicks ? new DateTimeOffset(due.Value, TimeSpan.Zero) : target.Until;
            if (next > clock.GetUtcNow())
            {
                clock.Set(next);
                core.Retention.Look();
                return true;
            }

            _target = null;
            target.Reached.SetResult();
            return false;
        }
    }
}
