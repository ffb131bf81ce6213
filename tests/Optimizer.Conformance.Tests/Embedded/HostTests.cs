using Microsoft.Extensions.DependencyInjection;
using Optimizer.Embedded;
using Optimizer.Workflows;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Embedded;

public class HostTests : EngineTests
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private int _most;

    [Fact, Trait("Behaviour", "91")]
    public async Task Stop_Twice_IsOnce()
    {
        await OpenAsync(Registry().Add(Play, (_, _) => Task.FromResult("")));
        var engine = Engine;

        await Task.WhenAll(engine.StopAsync(TimeSpan.Zero), engine.StopAsync(TimeSpan.Zero));
        await engine.StopAsync(TimeSpan.FromSeconds(1));
        await engine.DisposeAsync();
        await engine.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => engine.StartAsync(Play, "one", None.Value));
    }

    [Fact, Trait("Behaviour", "91")]
    public async Task Stop_WithinTheGrace_LetsRunningActivitiesEndAndKeepsTheirAnswers()
    {
        await OpenAsync(Counting(), clock: TimeProvider.System);
        await StartAsync(Child, "one", "answer");
        await UntilAsync(() => Task.FromResult(Volatile.Read(ref _running) == 1), () => $"{_running}");

        var stopping = Engine.StopAsync(TimeSpan.FromSeconds(20));
        _gate.SetResult();
        await stopping;
        var runs = _most;
        await OpenAsync(Counting(), clock: TimeProvider.System);

        Assert.Equal("answer", Output<string>(await EndAsync("one")));
        Assert.Equal((1, 1), (runs, _most));
    }

    [Fact, Trait("Behaviour", "91")]
    public async Task Stop_GraceOver_CancelsActivitiesWhichRunAgainAtTheNextStart()
    {
        var attempts = new List<int>();
        await OpenAsync(Patient(), clock: TimeProvider.System);
        await StartAsync(Child, "one", "answer");
        await UntilAsync(() => Task.FromResult(attempts.Count == 1), () => $"{attempts.Count}");

        await Engine.StopAsync(TimeSpan.Zero);
        _gate.SetResult();
        await OpenAsync(Patient(), clock: TimeProvider.System);

        Assert.Equal("answer", Output<string>(await EndAsync("one")));
        Assert.Equal([1, 1], attempts);

        WorkflowRegistry Patient() => new WorkflowRegistry()
            .Add(Echo, async (context, text) =>
            {
                attempts.Add(context.Attempt);
                await _gate.Task.WaitAsync(context.CancellationToken);
                return text;
            })
            .Add(Child, (context, text) => context.CallAsync(Echo, text, new(1, TimeSpan.FromMinutes(1))));
    }

    [Fact, Trait("Behaviour", "92")]
    public async Task Activities_MoreThanTheLimit_WaitForAPlace()
    {
        await OpenAsync(Counting(), new() { MaxActivities = 3 }, TimeProvider.System);
        for (var i = 0; i < 10; i++)
        {
            await StartAsync(Child, $"one-{i}", $"{i}");
        }

        await UntilAsync(
            () => Task.FromResult(Volatile.Read(ref _running) == 3 && Engine.Health() is { ActivitiesRunning: 3, ActivitiesQueued: 7 }), () => $"{Engine.Health()}");
        _gate.SetResult();

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal($"{i}", Output<string>(await EndAsync($"one-{i}")));
        }

        Assert.Equal(3, _most);
    }

    [Fact, Trait("Behaviour", "92")]
    public async Task Turns_ManyWaitingInstances_TakeNoPlace()
    {
        var turns = 0;
        var most = 0;
        await OpenAsync(
            Registry()
                .Add(Play, async (context, _) =>
                {
                    most = Math.Max(most, Interlocked.Increment(ref turns));
                    Interlocked.Decrement(ref turns);
                    context.SetStatus("waiting");
                    return (await context.WaitAsync(Go))!.Payload;
                })
                .Add(Count, (context, number) => context.CallAsync(AddOne, number)),
            new() { MaxTurns = 1, MaxActivities = 1 },
            TimeProvider.System);
        for (var i = 0; i < 50; i++)
        {
            await StartAsync(Play, $"waiting-{i}", None.Value);
        }

        await StartAsync(Count, "busy", 1);

        Assert.Equal(2, Output<int>(await EndAsync("busy")));
        await UntilStatusAsync("waiting-49", "waiting");
        Assert.Equal((50, 0, 1), (Engine.Health().Live, Engine.Health().TurnsQueued, most));
    }

    [Fact, Trait("Behaviour", "93")]
    public async Task Call_EachExecution_HasAScopeOfItsOwn()
    {
        await using var services = new ServiceCollection().AddScoped<Scoped>().AddSingleton<Disposals>().BuildServiceProvider();
        var seen = new List<Scoped>();
        await OpenAsync(
            new WorkflowRegistry()
                .Add(AddOne, (context, number) =>
                {
                    var scoped = context.Services.GetRequiredService<Scoped>();
                    Assert.Same(scoped, context.Services.GetRequiredService<Scoped>());
                    Assert.False(scoped.IsDisposed);
                    seen.Add(scoped);
                    return context.Attempt == 1 && number == 1 ? throw new InvalidOperationException("again") : Task.FromResult(number + 1);
                })
                .Add(Count, async (context, number) => await context.CallAsync(AddOne, await context.CallAsync(AddOne, number, new(2, TimeSpan.FromMinutes(1))))),
            services: services);
        await StartAsync(Count, "one", 1);
        await RunAsync(TimeSpan.FromHours(1));

        Assert.Equal(3, Output<int>(await EndAsync("one")));
        Assert.Equal(3, seen.Distinct().Count());
        await UntilAsync(() => Task.FromResult(seen.All(scoped => scoped.IsDisposed)), () => $"{seen.Count(scoped => scoped.IsDisposed)} of 3 scopes ended");
    }

    [Fact, Trait("Behaviour", "93")]
    public async Task Call_WithoutServices_HasAnEmptyScope()
    {
        await OpenAsync(new WorkflowRegistry()
            .Add(Echo, (context, _) => Task.FromResult($"{context.Services.GetService<Scoped>() is null}"))
            .Add(Child, (context, text) => context.CallAsync(Echo, text)));
        await StartAsync(Child, "one", "");

        Assert.Equal("True", Output<string>(await EndAsync("one")));
    }

    [Theory, Trait("Behaviour", "91")]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task Open_ImpossibleOptions_AreRefused(int activities, int turns) => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        () => EmbeddedEngine.OpenAsync(new() { MaxActivities = activities, MaxTurns = turns }, Registry(), Clock));

    private WorkflowRegistry Counting() => new WorkflowRegistry()
        .Add(Echo, async (context, text) =>
        {
            var running = Interlocked.Increment(ref _running);
            InterlockedMax(running);
            await _gate.Task;
            Interlocked.Decrement(ref _running);
            return text;
        })
        .Add(Child, (context, text) => context.CallAsync(Echo, text));

    private void InterlockedMax(int running)
    {
        for (int seen; (seen = Volatile.Read(ref _most)) < running && Interlocked.CompareExchange(ref _most, running, seen) != seen;)
        {
        }
    }

    private sealed class Disposals
    {
        private int _count;

        public void Add() => Interlocked.Increment(ref _count);
    }

    private sealed class Scoped(Disposals disposals) : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose()
        {
            IsDisposed = true;
            disposals.Add();
        }
    }
}
