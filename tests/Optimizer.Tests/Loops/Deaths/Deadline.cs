namespace Optimizer.Tests.Loops.Deaths;

/// <summary>The call at which a life ends.</summary>
/// <param name="call">From 1.</param>
/// <param name="isAfter">Whether what was asked is done before.</param>
internal sealed class Deadline(int call, bool isAfter)
{
    private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    public Task Died => _died.Task;

    public int Calls => _calls;

    /// <summary>The number of a call that begins; several may begin at once.</summary>
    public int Begin() => Interlocked.Increment(ref _calls);

    /// <summary>Comes back unless this is the call and the half of it; then it never does.</summary>
    public Task PassAsync(int number, bool isSecondHalf)
    {
        if (number != call || isAfter != isSecondHalf)
        {
            return Task.CompletedTask;
        }

        _died.TrySetResult();
        return new TaskCompletionSource().Task;
    }
}
