using Optimizer.Crash.Worker.Journals;

namespace Optimizer.Crash.Worker.Running;

/// <summary>Which orders the clients take next: first those that former lives left under way, then new ones.</summary>
internal sealed class OpenOrders
{
    private readonly Lock _lock = new();
    private readonly Queue<int> _left;
    private readonly int _end;
    private int _next;

    public OpenOrders(WorkerFolder folder, RunOptions options)
    {
        var started = WorkerFolder.Orders(folder.Started);
        var left = started.Except(WorkerFolder.Orders(folder.Ended)).Order().ToList();
        _left = new Queue<int>(left);
        // An order whose start was not acknowledged may have begun all the same; in numbers it follows those that were.
        _next = started.Count == 0 ? 0 : started.Max() + 1;
        var unacknowledged = Enumerable.Range(0, _next).Except(started);
        foreach (var number in unacknowledged)
        {
            _left.Enqueue(number);
        }

        _end = options.Drain ? _next + (started.Count == 0 ? 0 : options.Clients) : options.Orders ?? int.MaxValue;
    }

    public bool TryTake(out int number)
    {
        lock (_lock)
        {
            if (_left.TryDequeue(out number))
            {
                return true;
            }

            number = _next;
            if (_next >= _end)
            {
                return false;
            }

            _next++;
            return true;
        }
    }
}
