using Optimizer.Crash.Worker.Journals;
using Optimizer.Crash.Worker.Orders;
using Optimizer.Embedded;
using Optimizer.Workflows.Instances;

namespace Optimizer.Crash.Worker.Kills;

/// <summary>Compares what the engine holds with the journals of what it acknowledged and of what really happened.</summary>
public sealed class Verification(WorkerFolder folder)
{
    private readonly List<string> _faults = [];
    private int _lost;
    private int _doubled;
    private int _finished;
    private int _interrupted;

    /// <summary>Verifies a folder whose worker has drained.</summary>
    public async Task<KillCounts> RunAsync(int kills, int whileOpening, IEnumerable<string> before)
    {
        _faults.AddRange(before);
        var started = WorkerFolder.Orders(folder.Started);
        var signals = folder.Signals();
        var effects = folder.TakenEffects();
        var expected = new Dictionary<string, bool>(StringComparer.Ordinal);
        using (var world = new EffectWorld(folder.Effects))
        {
            await using var engine = await EmbeddedEngine.OpenAsync(
                new EngineOptions { File = folder.Database }, OrderWorkflow.Registry(world), TimeProvider.System);
            foreach (var number in started)
            {
                await VerifyAsync(engine, new OrderPlan(number), expected);
            }
        }

        foreach (var (order, signal) in signals.Where(signal => !started.Contains(signal.Order) || signal.Signal >= new OrderPlan(signal.Order).Signals))
        {
            _faults.Add($"signal {signal} of order {order} was acknowledged and has no order");
        }

        VerifyEffects(effects, expected);
        if (FileCheck.Fault(folder.Database) is { } damage)
        {
            _faults.Add(damage);
        }

        return new KillCounts
        {
            Kills = kills,
            KillsWhileOpening = whileOpening,
            StartsAcknowledged = started.Count,
            Finished = _finished,
            SignalsAcknowledged = signals.Count,
            Effects = effects.DistinctBy(effect => effect.Key).Count(),
            EffectsRunAgain = effects.Count - effects.DistinctBy(effect => effect.Key).Count(),
            Interrupted = _interrupted,
            Lost = _lost,
            Doubled = _doubled,
            Faults = _faults,
        };
    }

    private async Task VerifyAsync(EmbeddedEngine engine, OrderPlan plan, Dictionary<string, bool> expected)
    {
        if (await engine.HistoryAsync(plan.Id) is not { } history)
        {
            _lost++;
            _faults.Add($"{plan.Id} was acknowledged and is not there");
            return;
        }

        _doubled += Doubles(plan.Id, history);
        if (history.Status is not { State: RunState.Completed, Output: { } output })
        {
            _lost++;
            _faults.Add($"{plan.Id} is {history.Status.State}: {history.Status.Failure?.Message}");
            return;
        }

        _finished++;
        var end = output.Read<OrderState>();
        if (plan.Fault(end) is { } fault)
        {
            (_lost, _doubled) = end.Heard.Length > plan.Signals ? (_lost, _doubled + 1) : (_lost + 1, _doubled);
            _faults.Add($"{plan.Id}: {fault}");
        }

        foreach (var content in plan.Outputs)
        {
            expected.Add(content, !(content == plan.Once && end.Outputs.Contains(OrderPlan.Unknown)));
        }

        _interrupted += end.Outputs.Count(text => text == OrderPlan.Unknown);
        if (plan.HasChild && await engine.HistoryAsync(plan.ChildId) is { } child)
        {
            _doubled += Doubles(plan.ChildId, child);
        }
    }

    private int Doubles(string id, Embedded.Inspection.InstanceHistory history)
    {
        var doubles = HistoryCheck.Doubles(history);
        _faults.AddRange(doubles.Select(twice => $"{id}: {twice}"));
        return doubles.Count;
    }

    // At least once is what is promised of a run; of the effect, that one key always stands for one content.
    private void VerifyEffects(IReadOnlyList<(string Key, string Content)> effects, Dictionary<string, bool> expected)
    {
        foreach (var key in effects.Distinct().GroupBy(effect => effect.Key).Where(group => group.Count() > 1))
        {
            _doubled++;
            _faults.Add($"key {key.Key} stands for {string.Join(" and ", key.Select(effect => effect.Content))}");
        }

        foreach (var content in effects.Distinct().GroupBy(effect => effect.Content).Where(group => group.Count() > 1))
        {
            _doubled++;
            _faults.Add($"'{content.Key}' was taken under {string.Join(" and ", content.Select(effect => effect.Key))}");
        }

        foreach (var once in effects.GroupBy(effect => effect.Content).Where(group => group.Key.EndsWith(" once", StringComparison.Ordinal) && group.Count() > 1))
        {
            _doubled++;
            _faults.Add($"'{once.Key}' must not be repeated and ran {once.Count()} times");
        }

        var taken = effects.Select(effect => effect.Content).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in expected.Where(effect => effect.Value && !taken.Contains(effect.Key)))
        {
            _lost++;
            _faults.Add($"'{missing.Key}' is recorded and was never taken");
        }
    }
}
