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

    /// <summary>Comes back unless this is the call; then it never does.</summary>
    public Task PassAsync(bool isSecondHalf)
    {
        _calls += isSecondHalf ? 0 : 1;
        if (_calls != call || isAfter != isSecondHalf)
        {
            return Task.CompletedTask;
        }

        _died.TrySetResult();
        return new TaskCompletionSource().Task;
    }
}
