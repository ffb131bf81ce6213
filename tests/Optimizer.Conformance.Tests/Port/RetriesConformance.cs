using System.Collections.Concurrent;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>Attempts, the waits between them, and who decides about them.</summary>
public abstract class RetriesConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    private static readonly Activity<int, int> Flaky = new("flaky");

    private readonly ConcurrentQueue<(int Attempt, string Key, DateTimeOffset At)> _runs = new();

    [Fact, Trait("Behaviour", "51")]
    public async Task Call_FailsTwice_SucceedsInTheThirdAttemptUnderOneKey()
    {
        var ended = await RunAsync(Retrying(new RetrySchedule(3, TimeSpan.FromMilliseconds(10))), Count, 2, Short);

        Assert.Equal(3, Output<int>(ended));
        Assert.Equal([1, 2, 3], _runs.Select(run => run.Attempt));
        Assert.Single(_runs.Select(run => run.Key).Distinct());
    }

    [Fact, Trait("Behaviour", "51")]
    public async Task Call_FailsMoreOftenThanAttempts_FailsWithTheLastFailure()
    {
        var ended = await RunAsync(Retrying(new RetrySchedule(3, TimeSpan.FromMilliseconds(10))), Count, 99, Short);

        Assert.Equal(RunState.Failed, ended.State);
        Assert.Equal("attempt 3", ended.Failure!.Cause!.Message);
        Assert.Equal(3, _runs.Count);
    }

    [Fact, Trait("Behaviour", "51")]
    public async Task Call_WithoutSchedule_IsTriedOnce()
    {
        var ended = await RunAsync(Retrying(null), Count, 99);

        Assert.Equal(RunState.Failed, ended.State);
        Assert.Single(_runs);
    }

    [Fact, Trait("Behaviour", "51")]
    public async Task Call_WaitsBetweenAttempts_GrowByTheBackoffUpToTheLongest()
    {
        var schedule = new RetrySchedule(5, TimeSpan.FromMilliseconds(20)) { Backoff = 2, Longest = TimeSpan.FromMilliseconds(60) };

        await RunAsync(Retrying(schedule), Count, 99, 2 * Short);

        var at = _runs.Select(run => run.At).ToList();
        var waits = at.Skip(1).Zip(at, (later, earlier) => (later - earlier).TotalMilliseconds).ToList();
        double[] least = [20, 40, 60, 60];
        Assert.Equal(4, waits.Count);
        Assert.All(waits.Zip(least), wait => Assert.True(wait.First >= wait.Second, $"waited {wait.First} ms where the schedule says {wait.Second}"));
    }

    [Fact, Trait("Behaviour", "51")]
    public async Task Call_TimeForAllAttemptsOver_StopsTrying()
    {
        var schedule = new RetrySchedule(10, TimeSpan.FromMilliseconds(1)) { Backoff = 10_000, Longest = TimeSpan.FromHours(1), Within = TimeSpan.FromSeconds(9) };

        var ended = await RunAsync(Retrying(schedule), Count, 99, Short);

        Assert.Equal("attempt 2", ended.Failure!.Cause!.Message);
    }

    [Fact, Trait("Behaviour", "52")]
    public async Task Call_ScheduleDoesNotHandleTheFailure_FailsAtOnce()
    {
        var schedule = new RetrySchedule(10, TimeSpan.FromMilliseconds(5)) { Handles = failure => failure.Message != "attempt 3" };

        var ended = await RunAsync(Retrying(schedule), Count, 99, Short);

        Assert.Equal("attempt 3", ended.Failure!.Cause!.Message);
    }

    [Fact, Trait("Behaviour", "52")]
    public async Task Call_ScheduleThrows_FailsTheCallWithThat()
    {
        var schedule = new RetrySchedule(10, TimeSpan.FromMilliseconds(5)) { Handles = _ => throw new FormatException("cannot decide") };

        var ended = await RunAsync(Retrying(schedule), Count, 99, Short);

        Assert.Equal(RunState.Failed, ended.State);
        Assert.True(ended.Failure!.IsCausedBy<FormatException>(), $"{ended.Failure}");
        Assert.Single(_runs);
    }

    [Fact, Trait("Behaviour", "51")]
    public async Task Call_SeveralRetriedAtOnce_CountOnTheirOwn()
    {
        var schedule = new RetrySchedule(6, TimeSpan.FromMilliseconds(5)) { Backoff = 1 };
        await OpenAsync(Flakies().Add(Play, async (context, _) =>
            string.Join(' ', await Task.WhenAll(Enumerable.Range(0, 5).Select(failures => context.CallAsync(Flaky, failures, schedule))))));
        await StartAsync(Play, "one", None.Value);

        Assert.Equal("1 2 3 4 5", Output<string>(await EndAsync("one", Short)));
        Assert.Equal(5, _runs.Select(run => run.Key).Distinct().Count());
    }

    [Fact, Trait("Behaviour", "51")]
    public async Task Call_OnceAgainInTheSameWorkflow_HasAnotherKey()
    {
        await RunAsync(
            Flakies().Add(Count, async (context, _) => await context.CallAsync(Flaky, 0) + await context.CallAsync(Flaky, 0)), Count, 0);
        await StartAsync(Count, "two", 0);
        await EndAsync("two");

        Assert.Equal(4, _runs.Select(run => run.Key).Distinct().Count());
    }

    private WorkflowRegistry Retrying(RetrySchedule? schedule) =>
        Flakies().Add(Count, async (context, failures) => await context.CallAsync(Flaky, failures, schedule));

    private WorkflowRegistry Flakies() => new WorkflowRegistry().Add(Flaky, (context, failures) =>
    {
        _runs.Enqueue((context.Attempt, context.IdempotencyKey, Host.UtcNow));
        return context.Attempt > failures
            ? Task.FromResult(context.Attempt)
            : throw new InvalidOperationException($"attempt {context.Attempt}");
    });
}
