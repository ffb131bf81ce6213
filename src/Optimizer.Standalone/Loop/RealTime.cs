using System.Diagnostics;

namespace Optimizer.Standalone.Loop;

/// <summary>Lets a virtual clock go on as fast as real time does, from where it stands: its timers come due as people would live to see them.</summary>
internal static class RealTime
{
    // What is due is done at most so late; what people send is done at once.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    /// <summary>Goes on until it is stopped, and then returns; it ends otherwise only when the engine does.</summary>
    public static async Task GoOnAsync(LocalLoop loop, CancellationToken cancellationToken)
    {
        var (from, began) = (loop.Clock.GetUtcNow(), Stopwatch.GetTimestamp());
        try
        {
            while (true)
            {
                await loop.Engine.RunUntilAsync(from + Stopwatch.GetElapsedTime(began), cancellationToken);
                await Task.Delay(Step, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to.
        }
    }
}
