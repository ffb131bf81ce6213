namespace Optimizer.Functions.Tables;

/// <summary>
/// Changes that hold only when nobody was quicker are made again on what now stands, after waits that grow: of any number that want the same
/// row one wins every round, so that nobody waits for ever, and who keeps losing says so. In one process turns are taken one after another:
/// only processes compete.
/// </summary>
#pragma warning disable CA1001 // A semaphore that nobody asked for its handle holds nothing.
internal sealed class Contest(TimeProvider clock)
#pragma warning restore CA1001
{
    private const int MostTurns = 60;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Takes turns until one is done.</summary>
    /// <param name="what">Is changed, for the message.</param>
    /// <param name="turn">Reads what stands and tries to change it; says whether that is done, and with which answer.</param>
    /// <param name="cancellationToken">Stops the waits.</param>
    /// <exception cref="TimeoutException">Others were quicker every time.</exception>
    public async Task<T> RunAsync<T>(string what, Func<Task<(bool IsDone, T Answer)>> turn, CancellationToken cancellationToken)
    {
        var wait = FirstWait;
        for (var turns = 1; ; turns++)
        {
            var (isDone, answer) = await TakeAsync(turn, cancellationToken);
            if (isDone)
            {
                return answer;
            }

            if (turns == MostTurns)
            {
                throw new TimeoutException($"{what}: others were quicker {turns} times in a row; try again later");
            }

            await Task.Delay(wait, clock, cancellationToken);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    private async Task<T> TakeAsync<T>(Func<Task<T>> turn, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await turn();
        }
        finally
        {
            _ = _one.Release();
        }
    }
}
