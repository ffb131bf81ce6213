using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Policies;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Evidence;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Loops.Laws;

/// <summary>Gathers what a run left behind.</summary>
internal static class FactsReader
{
    public static async Task<LoopFacts> ReadAsync(LoopKit kit)
    {
        var records = kit.Loop.Records;
        var terms = new TermsReader(records.Plays);
        var policies = new Dictionary<string, EffectivePolicy>(StringComparer.Ordinal);
        var register = new List<PastExperiment>();
        var settings = new List<LiveSetting>();
        foreach (var play in kit.Plays.Select(document => document.Play))
        {
            var policy = (await terms.InForceAsync(play.Slug, default)).Policy;
            policies[play.Slug] = policy;
            register.AddRange((await records.Register.ReadAsync(policy.Site, play.Slug, kit.Clock.GetUtcNow(), default)).History.OfPlay);
            foreach (var variable in play.Variables)
            {
                var now = await kit.Market.Channel.ReadAsync(play, variable, default);
                settings.Add(new(play.Slug, variable.Key, variable.Current ?? now!.Json, now!.Json));
            }
        }

        var instances = await InstancesAsync(kit);
        var trail = await kit.TrailAsync();
        var flags = new List<string>();
        foreach (var experiment in register)
        {
            if (await kit.Market.Flags.FindAsync(experiment.Id, default) is not null)
            {
                flags.Add(experiment.Id);
            }
        }

        return new()
        {
            Broken = [.. instances.Where(one => one.State is RunState.Failed or RunState.Parked).Select(one => $"{one.InstanceId} is {one.State}: {one.Failure?.Message ?? one.Reason}")],
            ChainFaults = [.. records.Verify().Select(fault => fault.ToString())],
            Changes = kit.World.Changes,
            Different = await DifferentAsync(kit, trail),
            Flags = flags,
            Plays = [.. kit.Plays.Select(document => document.Play)],
            Policies = policies,
            Register = register,
            Running = [.. instances.Where(one => one.Workflow == "Experiment" && one.State is RunState.Running or RunState.Pending).Select(one => one.InstanceId["experiment-".Length..])],
            Settings = settings,
            Sizes = await SizesAsync(kit, instances),
            Trail = trail,
        };
    }

    private static async Task<IReadOnlyList<string>> DifferentAsync(LoopKit kit, IReadOnlyList<AuditRecord> trail)
    {
        var replay = new Replay(kit.Loop.Records.Audit, kit.Loop.Records.Plays);
        var different = new List<string>();
        foreach (var record in trail.Where(record => record.Entry.Event is DecisionMade or RulingGiven or AnomalyFound))
        {
            var again = await replay.OfAsync(record);
            if (again.IsSame != true)
            {
                different.Add($"{again.What}: {string.Join("; ", again.Differences)}");
            }
        }

        return different;
    }

    private static async Task<IReadOnlyList<(string, int, int)>> SizesAsync(LoopKit kit, IReadOnlyList<InstanceStatus> instances)
    {
        var sizes = new List<(string, int, int)>();
        foreach (var one in instances.Where(one => one.State == RunState.Running))
        {
            var history = await kit.Loop.Engine.HistoryAsync(one.InstanceId);
            sizes.Add((one.InstanceId, one.Input.Bytes, history?.Entries.Count ?? 0));
        }

        return sizes;
    }

    private static async Task<IReadOnlyList<InstanceStatus>> InstancesAsync(LoopKit kit)
    {
        var all = new List<InstanceStatus>();
        string? after = null;
        do
        {
            var page = await kit.Loop.Engine.ListAsync(new() { PageSize = 1000, After = after });
            all.AddRange(page.Instances);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
