using System.Diagnostics;
using Optimizer.Embedded;
using Optimizer.Workflows;

namespace Optimizer.Benchmarks.Engine;

/// <summary>Half a year of workflows that wake every quarter of an hour, on a clock that jumps, in memory.</summary>
/// <param name="WakeUps">Timers that fired, each with one activity after it.</param>
/// <param name="Seconds">In how long.</param>
internal sealed record VirtualMonths(int WakeUps, double Seconds)
{
    public const int Workflows = 8;
    public const int Weeks = 26;
    public const int TicksADay = 96;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Workflow<int, None> Ticking = new("ticking");
    private static readonly Activity<int, None> Tick = new("tick");

    public static async Task<VirtualMonths> RunAsync()
    {
        var wakeUps = 0;
        var registry = new WorkflowRegistry()
            .Add(Tick, (_, _) =>
            {
                Interlocked.Increment(ref wakeUps);
                return Task.FromResult(None.Value);
            })
            .Add(Ticking, TickingAsync);
        await using var engine = await EmbeddedEngine.OpenAsync(
            new() { MaxActivities = 1, MaxTurns = 1 }, registry, new VirtualClock(Start));
        for (var at = 0; at < Workflows; at++)
        {
            await engine.StartAsync(Ticking, $"ticking-{at}", 0);
        }

        var started = Stopwatch.GetTimestamp();
        await engine.RunUntilAsync(Start.AddDays(7 * Weeks));
        return new(wakeUps, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static async Task<None> TickingAsync(IWorkflowContext context, int day)
    {
        for (var tick = 0; tick < TicksADay; tick++)
        {
            await context.SleepAsync(context.UtcNow.AddMinutes(24 * 60 / TicksADay));
            await context.CallAsync(Tick, tick);
        }

        context.ContinueAsNew(day + 1);
        return None.Value;
    }
}
