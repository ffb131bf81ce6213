namespace Optimizer.Embedded.Running;

/// <summary>Counts what is under way, so that virtual time moves only when everything at hand is done.</summary>
internal sealed class Quiet
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _waiter;
    private Action? _ended;
    private long _underWay;

    /// <summary>How much is under way.</summary>
    public long UnderWay => Interlocked.Read(ref _underWay);

    public void Enter() => Interlocked.Increment(ref _underWay);

    public void Exit()
    {
        if (Interlocked.Decrement(ref _underWay) > 0)
        {
            return;
        }

        _ended?.Invoke();
        if (Volatile.Read(ref _waiter) is not null)
        {
            lock (_lock)
            {
                if (Interlocked.Read(ref _underWay) == 0)
                {
                    _waiter?.TrySetResult();
                    _waiter = null;
                }
            }
        }
    }

    /// <summary>Tells each time that nothing is under way any more.</summary>
    public void Tell(Action ended) => _ended = ended;

    /// <summary>Ends when nothing is under way.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        Task wait;
        lock (_lock)
        {
            wait = (_waiter ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        // A pass of its own finds that nothing was under way to begin with.
        Enter();
        Exit();
        await wait.WaitAsync(cancellationToken);
    }
}
