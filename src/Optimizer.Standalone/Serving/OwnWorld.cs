using Optimizer.Connectors.Memory;
using Optimizer.Connectors.Rules;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Serving;

/// <summary>A world without a vendor: figures from files, assignment, settings, notes and tasks kept by Optimizer itself.</summary>
internal static class OwnWorld
{
    public static World Around(ServeOptions options, LocalRecords records)
    {
        var world = new World
        {
            Artifacts = records.Artifacts,
            Audit = records.Audit,
            Campaign = new MemoryCampaignRecord(),
            Channel = null!,
            Client = records.Client,
            Exposures = null!,
            FallbackStrategist = new RuleStrategist(),
            Flags = new MemoryFlags(),
            Issues = new MemoryIssueTracker(),
            Kpis = null!,
            Notifier = new MemoryNotifier(),
            Plays = records.Plays,
            Register = records.Register,
            Strategist = new RuleStrategist(),
        };
        return options.Around?.Invoke(world) ?? world;
    }
}
