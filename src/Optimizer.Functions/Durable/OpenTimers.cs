using Microsoft.DurableTask;

namespace Optimizer.Functions.Durable;

/// <summary>
/// The timers of a generation. One that is still open when the workflow ends would keep the instance from ending; and those that fell due
/// together are told by the platform in any order, but fire here in that of their times.
/// </summary>
internal sealed class OpenTimers(TaskOrchestrationContext context)
{
    private readonly List<OpenTimer> _open = [];

    public OpenTimer Begin(DateTimeOffset due)
    {
        var timer = new OpenTimer(due, new(), new());
        _open.Add(timer);
        _ = WatchAsync(timer, context.CreateTimer(due.UtcDateTime, timer.Stop.Token));
        return timer;
    }

    /// <summary>Ends one; nothing when it has fired.</summary>
    public void Close(OpenTimer timer)
    {
        if (_open.Remove(timer))
        {
            timer.Stop.Cancel();
        }
    }

    public void CloseAll()
    {
        while (_open.Count > 0)
        {
            Close(_open[^1]);
        }
    }

    private async Task WatchAsync(OpenTimer timer, Task fired)
    {
        try
        {
            await fired;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        foreach (var due in _open.Where(open => open.Due <= timer.Due).OrderBy(open => open.Due).ToList())
        {
            // What one wakes may close the next.
            if (_open.Contains(due))
            {
                Close(due);
                due.Fired.SetResult();
            }
        }
    }
}
