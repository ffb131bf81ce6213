using Microsoft.DurableTask;

namespace Optimizer.Functions.Durable;

/// <summary>Timers that have not fired: one that is still open when the workflow ends would keep the instance from ending.</summary>
internal sealed class OpenTimers(TaskOrchestrationContext context)
{
    private readonly List<CancellationTokenSource> _open = [];

    /// <summary>Begins one; whoever began it closes it.</summary>
    public (Task Fired, CancellationTokenSource Stop) Begin(DateTimeOffset due)
    {
        var stop = new CancellationTokenSource();
        _open.Add(stop);
        return (context.CreateTimer(due.UtcDateTime, stop.Token), stop);
    }

    /// <summary>Ends one, fired or not.</summary>
    public void Close(CancellationTokenSource stop)
    {
        _open.Remove(stop);
        stop.Cancel();
        stop.Dispose();
    }

    public void CloseAll()
    {
        while (_open.Count > 0)
        {
            Close(_open[^1]);
        }
    }
}
