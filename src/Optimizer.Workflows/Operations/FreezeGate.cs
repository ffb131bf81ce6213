using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Operations;

/// <summary>Stands before every door through which something outside is changed: while the switch is off, none opens.</summary>
public sealed class FreezeGate(FreezeSwitch freeze)
{
    /// <summary>The same world behind the gate. Reading goes on, and people are told; messages are how they learn of it.</summary>
    public static World Around(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var gate = new FreezeGate(new(world.Audit));
        return world with
        {
            Campaign = new GatedCampaignRecord(gate, world.Campaign),
            Channel = new GatedChannel(gate, world.Channel),
            Flags = new GatedFlags(gate, world.Flags),
            Issues = new GatedIssueTracker(gate, world.Issues),
        };
    }

    /// <exception cref="FrozenException">A freeze holds.</exception>
    public async Task PassAsync(string target, CancellationToken cancellationToken)
    {
        if (await freeze.ReadAsync(cancellationToken) is { } holds)
        {
            throw new FrozenException(target, $"frozen by {holds.By} ({holds.Why})");
        }
    }
}
