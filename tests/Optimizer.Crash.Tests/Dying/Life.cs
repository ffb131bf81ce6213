namespace Optimizer.Crash.Tests.Dying;

/// <summary>One life of a process that a test plays: its store, its activities and its client end at one moment.</summary>
public sealed class Life
{
    private readonly TaskCompletionSource _death = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ended;

    public bool HasEnded => Volatile.Read(ref _ended) != 0;

    /// <summary>Ends when the life ends.</summary>
    public Task Death => _death.Task;

    /// <summary>Called where anything would reach the world.</summary>
    /// <exception cref="DeathException">It has ended.</exception>
    public void MustGoOn()
    {
        if (HasEnded)
        {
            throw new DeathException();
        }
    }

    /// <summary>Ends it; <paramref name="remains"/> runs once, when nothing of it moves any more.</summary>
    public void End(Action remains)
    {
        ArgumentNullException.ThrowIfNull(remains);
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            remains();
            _death.SetResult();
        }
    }
}
