using Optimizer.Workflows;

namespace Optimizer.Benchmarks.Engine;

/// <summary>The workflows that are measured.</summary>
internal static class Trials
{
    public const int Steps = 5;

    private static int _runs;

    /// <summary>Steps one after the other, each of a trivial activity.</summary>
    public static Workflow<int, int> Chain { get; } = new("chain");

    /// <summary>So many activities at once.</summary>
    public static Workflow<int, int> FanOut { get; } = new("fan-out");

    /// <summary>Waits for <see cref="Go"/>.</summary>
    public static Workflow<None, int> OnSignal { get; } = new("on-signal");

    /// <summary>Sleeps until its input.</summary>
    public static Workflow<DateTimeOffset, None> OnTimer { get; } = new("on-timer");

    public static Signal<int> Go { get; } = new("go");

    public static Activity<int, int> Next { get; } = new("next");

    /// <summary>How often a waiting workflow's code ran from its beginning in this process: its first turn, or a replay.</summary>
    public static int Runs => Volatile.Read(ref _runs);

    public static WorkflowRegistry Registry() => new WorkflowRegistry()
        .Add(Next, (_, number) => Task.FromResult(number + 1))
        .Add(Chain, ChainAsync)
        .Add(FanOut, FanOutAsync)
        .Add(OnSignal, OnSignalAsync)
        .Add(OnTimer, OnTimerAsync);

    private static async Task<int> ChainAsync(IWorkflowContext context, int number)
    {
        for (var step = 0; step < Steps; step++)
        {
            number = await context.CallAsync(Next, number);
        }

        return number;
    }

    private static async Task<int> FanOutAsync(IWorkflowContext context, int width) =>
        (await Task.WhenAll(Enumerable.Range(0, width).Select(number => context.CallAsync(Next, number)))).Sum();

    private static async Task<int> OnSignalAsync(IWorkflowContext context, None input)
    {
        Interlocked.Increment(ref _runs);
        return (await context.WaitAsync(Go))!.Payload;
    }

    private static async Task<None> OnTimerAsync(IWorkflowContext context, DateTimeOffset due)
    {
        Interlocked.Increment(ref _runs);
        await context.SleepAsync(due);
        return None.Value;
    }
}
