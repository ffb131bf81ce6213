using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>Puts a plan of faults between a loop and its world.</summary>
public static class FaultyWorld
{
    /// <summary>The same world, every port of which fails by the plan.</summary>
    public static World Of(World world, FaultPlan plan)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(plan);
        return world with
        {
            Kpis = new FaultyKpis(world.Kpis, plan),
            Exposures = new FaultyExposures(world.Exposures, plan),
            Flags = new FaultyFlags(world.Flags, plan),
            Channel = new FaultyChannel(world.Channel, plan),
            Strategist = new FaultyStrategist(world.Strategist, plan),
            Notifier = new FaultyNotifier(world.Notifier, plan),
            Campaign = new FaultyCampaignRecord(world.Campaign, plan),
            Issues = new FaultyIssueTracker(world.Issues, plan),
            Audit = new FaultyAuditTrail(world.Audit, plan),
            Register = new FaultyRegister(world.Register, plan),
            Plays = new FaultyPlayStore(world.Plays, plan),
            Artifacts = new FaultyArtifacts(world.Artifacts, plan),
        };
    }
}
