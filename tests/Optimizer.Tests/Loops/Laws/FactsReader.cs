using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Standalone.Loop;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Evidence;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Loops.Laws;

/// <summary>Gathers what a run left behind.</summary>
internal static class FactsReader
{
    public static Task<LoopFacts> ReadAsync(LoopKit kit) =>
        ReadAsync(kit.Loop, [.. kit.Plays.Select(document => document.Play)], kit.Market.Flags, kit.Market.Channel, kit.World.Changes);

    /// <summary>Of any loop: its plays as they were enrolled, what is live, and what reached the world.</summary>
    public static async Task<LoopFacts> ReadAsync(
        LocalLoop loop, IReadOnlyList<Play> plays, IFeatureFlags standing, IVariableChannel channel, IReadOnlyList<WorldChange> changes)
    {
        var records = loop.Records;
        var terms = new TermsReader(records.Plays);
        var policies = new Dictionary<string, EffectivePolicy>(StringComparer.Ordinal);
        var register = new List<PastExperiment>();
        var settings = new List<LiveSetting>();
        foreach (var play in plays)
        {
            var policy = (await terms.InForceAsync(play.Slug, default)).Policy;
            policies[play.Slug] = policy;
            register.AddRange((await records.Register.ReadAsync(policy.Site, play.Slug, loop.Clock.GetUtcNow(), default)).History.OfPlay);
            foreach (var variable in play.Variables)
            {
                var now = await channel.ReadAsync(play, variable, default);
                settings.Add(new(play.Slug, variable.Key, variable.Current ?? now!.Json, now!.Json));
            }
        }

        var instances = await InstancesAsync(loop);
        var trail = await TrailAsync(loop);
        var flags = new List<string>();
        foreach (var experiment in register)
        {
            if (await standing.FindAsync(experiment.Id, default) is not null)
            {
                flags.Add(experiment.Id);
            }
        }

        return new()
        {
            Broken = [.. instances.Where(one => one.State is RunState.Failed or RunState.Parked).Select(one => $"{one.InstanceId} is {one.State}: {one.Failure?.Message ?? one.Reason}")],
            ChainFaults = [.. records.Verify().Select(fault => fault.ToString())],
            Changes = changes,
            Different = await DifferentAsync(loop, trail),
            Flags = flags,
            Plays = plays,
            Policies = policies,
            Register = register,
            Running = [.. instances.Where(one => one.Workflow == "Experiment" && one.State is RunState.Running or RunState.Pending).Select(one => one.InstanceId["experiment-".Length..])],
            Settings = settings,
            Sizes = await SizesAsync(loop, instances),
            Trail = trail,
        };
    }

    /// <summary>The trail, in its order.</summary>
    public static async Task<IReadOnlyList<AuditRecord>> TrailAsync(LocalLoop loop)
    {
        var records = new List<AuditRecord>();
        await foreach (var record in loop.Records.Audit.ReadAsync(new(), default))
        {
            records.Add(record);
        }

        return records;
    }

    private static async Task<IReadOnlyList<string>> DifferentAsync(LocalLoop loop, IReadOnlyList<AuditRecord> trail)
    {
        var replay = new Replay(loop.Records.Audit, loop.Records.Plays);
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

    private static async Task<IReadOnlyList<(string, int, int)>> SizesAsync(LocalLoop loop, IReadOnlyList<InstanceStatus> instances)
    {
        var sizes = new List<(string, int, int)>();
        foreach (var one in instances.Where(one => one.State == RunState.Running))
        {
            var history = await loop.Engine.HistoryAsync(one.InstanceId);
            sizes.Add((one.InstanceId, one.Input.Bytes, history?.Entries.Count ?? 0));
        }

        return sizes;
    }

    private static async Task<IReadOnlyList<InstanceStatus>> InstancesAsync(LocalLoop loop)
    {
        var all = new List<InstanceStatus>();
        string? after = null;
        do
        {
            var page = await loop.Engine.ListAsync(new() { PageSize = 1000, After = after });
            all.AddRange(page.Instances);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
