using Optimizer.Crash.Tests.Dying;
using Optimizer.Crash.Worker.Orders;
using Optimizer.Embedded;
using Optimizer.Workflows.Instances;

namespace Optimizer.Crash.Tests.Files;

/// <summary>Orders run on an engine that is then left as a kill leaves it, with how far the log had grown at each answer.</summary>
internal sealed class LoggedOrders
{
    public const int Count = 12;

    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(long Log, int Order, int? Signal)> _answers = [];

    /// <summary>Length of the log at the end, in bytes.</summary>
    public long LogBytes { get; private set; }

    /// <summary>Runs orders, a third of which stay under way, and copies the files while the engine has them.</summary>
    public static async Task<LoggedOrders> RunAsync(string folder, string copy)
    {
        var orders = new LoggedOrders();
        using var world = new EffectWorld(Path.Combine(folder, "effects.log"));
        var file = Path.Combine(folder, "engine.db");
        await using var engine = await OpenAsync(file, world, Begin);
        for (var number = 0; number < Count; number++)
        {
            await orders.BeginAsync(engine, file, new OrderPlan(number), signals: number % 3 != 0);
            await engine.RunUntilAsync(Begin.AddMilliseconds(30 * (number + 1)));
        }

        LifeFiles.Copy(file, copy);
        orders.LogBytes = new FileInfo(file + "-wal").Length;
        return orders;
    }

    /// <summary>Opens damaged files and sees every order through; what was answered before the damage must still be there.</summary>
    /// <param name="file">The database.</param>
    /// <param name="intact">Bytes of the log before the damage.</param>
    /// <returns>What is wrong.</returns>
    public async Task<IReadOnlyList<string>> SeeThroughAsync(string file, long intact)
    {
        var faults = new List<string>();
        using var world = new EffectWorld(file + ".effects.log");
        await using var engine = await OpenAsync(file, world, Begin.AddSeconds(1));
        foreach (var (log, order, signal) in _answers)
        {
            var isNew = signal is { } item
                ? await engine.SignalAsync(new OrderPlan(order).Id, OrderWorkflow.Item, item, $"item-{item}") == SignalAnswer.Accepted
                : await StartAsync(engine, new OrderPlan(order)) == StartAnswer.Started;
            if (isNew && log <= intact)
            {
                faults.Add($"order {order}, signal {signal}: answered at {log} bytes of log, lost with {intact} intact");
            }
        }

        for (var number = 0; number < Count; number++)
        {
            var plan = new OrderPlan(number);
            for (var signal = 0; signal < plan.Signals; signal++)
            {
                await engine.SignalAsync(plan.Id, OrderWorkflow.Item, signal, $"item-{signal}");
            }
        }

        await engine.RunUntilAsync(Begin.AddSeconds(20));
        for (var number = 0; number < Count; number++)
        {
            var plan = new OrderPlan(number);
            var status = await engine.StatusAsync(plan.Id);
            if ((status is { State: RunState.Completed, Output: { } output } ? plan.Fault(output.Read<OrderState>()) : $"is {status?.State}") is { } fault)
            {
                faults.Add($"{plan.Id}: {fault}");
            }
        }

        return faults;
    }

    private static Task<EmbeddedEngine> OpenAsync(string file, EffectWorld world, DateTimeOffset now) => EmbeddedEngine.OpenAsync(
        new EngineOptions { File = file, MaxActivities = 1, MaxTurns = 1 }, OrderWorkflow.Registry(world), new VirtualClock(now));

    private static Task<StartAnswer> StartAsync(EmbeddedEngine engine, OrderPlan plan) =>
        engine.StartAsync(OrderWorkflow.Order, plan.Id, OrderState.First(plan.Number));

    private async Task BeginAsync(EmbeddedEngine engine, string file, OrderPlan plan, bool signals)
    {
        await StartAsync(engine, plan);
        Answered(file, plan.Number, null);
        for (var signal = 0; signals && signal < plan.Signals; signal++)
        {
            await engine.SignalAsync(plan.Id, OrderWorkflow.Item, signal, $"item-{signal}");
            Answered(file, plan.Number, signal);
        }
    }

    private void Answered(string file, int order, int? signal) => _answers.Add((new FileInfo(file + "-wal").Length, order, signal));
}
