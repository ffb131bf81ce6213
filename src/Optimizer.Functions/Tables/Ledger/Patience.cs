namespace Optimizer.Functions.Tables.Ledger;

/// <summary>
/// Does again what others were quicker with, after waits that grow, by chance, so that two do not meet for ever. It may be used within
/// itself: a turn of an experiment settles it first.
/// </summary>
internal sealed class Patience(TimeProvider clock)
{
    private const int MostTurns = 60;
    private const double FirstWait = 5;
    private const double LongestWait = 400;

    /// <summary>Takes turns until one is done.</summary>
    /// <param name="what">Is wanted, for the message.</param>
    /// <param name="turn">Reads what stands and tries; says whether that is done, and with which answer.</param>
    /// <param name="cancellationToken">Stops the waits.</param>
    /// <exception cref="TimeoutException">Others were quicker every time.</exception>
    public async Task<T> RunAsync<T>(string what, Func<Task<(bool IsDone, T Answer)>> turn, CancellationToken cancellationToken)
    {
        for (var turns = 1; turns <= MostTurns; turns++)
        {
            var (isDone, answer) = await turn();
            if (isDone)
            {
                return answer;
            }

            var wait = Math.Min(LongestWait, FirstWait * Math.Pow(2, turns - 1)) * Random.Shared.NextDouble();
            await Task.Delay(TimeSpan.FromMilliseconds(wait), clock, cancellationToken);
        }

        throw new TimeoutException($"{what}: others were quicker {MostTurns} times in a row; try again later");
    }
}
