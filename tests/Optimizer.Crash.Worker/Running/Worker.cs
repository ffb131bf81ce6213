using Optimizer.Crash.Worker.Journals;
using Optimizer.Crash.Worker.Orders;
using Optimizer.Embedded;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Crash.Worker.Running;

/// <summary>An engine under load, with journals of what it acknowledged.</summary>
public sealed class Worker : IAsyncDisposable
{
    private const string KillerId = "killer";

    private readonly RunOptions _options;
    private readonly EmbeddedEngine _engine;
    private readonly WorkerFolder _folder;
    private readonly Journal _started;
    private readonly Journal _signalled;
    private readonly Journal _ended;
    private readonly EffectWorld _world;

    private Worker(RunOptions options, WorkerFolder folder, EffectWorld world, EmbeddedEngine engine)
    {
        (_options, _folder, _world, _engine) = (options, folder, world, engine);
        _started = new Journal(folder.Started, flush: true);
        _signalled = new Journal(folder.Signalled, flush: true);
        _ended = new Journal(folder.Ended, flush: true);
    }

    /// <summary>Opens the folder's engine and goes on with what was under way.</summary>
    /// <exception cref="EngineFileException">Another process has it, or its file cannot be used.</exception>
    public static async Task<Worker> OpenAsync(RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(options.Folder);
        var folder = new WorkerFolder(options.Folder);
        var world = new EffectWorld(folder.Effects);
        var engine = await EmbeddedEngine.OpenAsync(
            new EngineOptions { File = folder.Database, MaxAttempts = options.MaxAttempts }, OrderWorkflow.Registry(world), TimeProvider.System);
        return new Worker(options, folder, world, engine);
    }

    /// <summary>Runs until the orders are done.</summary>
    public async Task RunAsync(CancellationToken cancelled)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var watch = WatchAsync(watching.Token);
        if (_options.Killer)
        {
            await _engine.StartAsync(OrderWorkflow.Killer, KillerId, None.Value, cancellationToken: cancelled);
        }

        var orders = new OpenOrders(_folder, _options);
        await Task.WhenAll(Enumerable.Range(0, _options.Clients).Select(_ => TakeOrdersAsync(orders, cancelled)));
        await watching.CancelAsync();
        await watch;
        if (_options.Killer)
        {
            Console.WriteLine(WorkerLine.Parked + (await ParkedKillerAsync(cancelled)).Failure?.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _started.Dispose();
        _signalled.Dispose();
        _ended.Dispose();
        _world.Dispose();
    }

    private async Task TakeOrdersAsync(OpenOrders orders, CancellationToken cancelled)
    {
        while (orders.TryTake(out var number))
        {
            await SeeThroughAsync(new OrderPlan(number), cancelled);
        }
    }

    // Everything here is safe to do again: a life that was killed between an answer and its journal leaves it to the next.
    private async Task SeeThroughAsync(OrderPlan plan, CancellationToken cancelled)
    {
        await InsistAsync(
            () => _engine.StartAsync(OrderWorkflow.Order, plan.Id, OrderState.First(plan.Number), cancellationToken: cancelled), cancelled);
        Acknowledged(_started, $"{plan.Number}");
        for (var signal = 0; signal < plan.Signals; signal++)
        {
            var item = signal;
            var answer = await InsistAsync(
                () => _engine.SignalAsync(plan.Id, OrderWorkflow.Item, item, key: $"item-{item}", cancellationToken: cancelled), cancelled);
            if (answer == SignalAnswer.NotFound)
            {
                throw new InvalidOperationException($"{plan.Id} was started and is not there");
            }

            Acknowledged(_signalled, $"{plan.Number} {signal}");
        }

        if (await InsistAsync(() => _engine.CompletionAsync(plan.Id, cancelled), cancelled) is null)
        {
            throw new InvalidOperationException($"{plan.Id} was started and is not there");
        }

        Acknowledged(_ended, $"{plan.Number}");
    }

    private void Acknowledged(Journal journal, string what)
    {
        journal.Append(what);
        if (_options.Tell)
        {
            Console.WriteLine(WorkerLine.Acknowledged);
        }
    }

    // A client asks again as long as nothing can be written.
    private static async Task<T> InsistAsync<T>(Func<Task<T>> ask, CancellationToken cancelled)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (EngineUnavailableException)
            {
                await Task.Delay(20, cancelled);
            }
        }
    }

    // It is the last to be tried, and either ends this process or is parked.
    private async Task<InstanceStatus> ParkedKillerAsync(CancellationToken cancelled)
    {
        while (true)
        {
            if (await _engine.StatusAsync(KillerId, cancelled) is { State: RunState.Parked } parked)
            {
                return parked;
            }

            await Task.Delay(20, cancelled);
        }
    }

    private async Task WatchAsync(CancellationToken ended)
    {
        string? told = null;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!ended.IsCancellationRequested)
        {
            var problem = _engine.Health().StoreProblem;
            if (problem != told)
            {
                told = problem;
                Console.WriteLine(problem is null ? WorkerLine.Well : WorkerLine.Problem + problem);
            }

            await timer.WaitForNextTickAsync(ended).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
