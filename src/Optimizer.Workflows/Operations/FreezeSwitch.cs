using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Operations;

/// <summary>
/// The one switch that stops every change outside, in every process that shares the trail. The trail itself is the switch: the last
/// word about freezing holds, so it survives everything that the trail survives.
/// </summary>
public sealed class FreezeSwitch(IAuditTrail trail)
{
    private const int MostRaces = 100;

    private static readonly string[] Kinds = [AuditKinds.Of<LoopFrozen>(), AuditKinds.Of<LoopUnfrozen>()];

    /// <summary>The freeze that holds; null when none does.</summary>
    public async Task<Freeze?> ReadAsync(CancellationToken cancellationToken) => Of((await LastAsync(cancellationToken)).Last);

    /// <summary>Freezes everything; when it is frozen already, the earlier freeze stays.</summary>
    /// <returns>The freeze that holds now.</returns>
    public async Task<Freeze> FreezeAsync(Freeze freeze, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(freeze);
        return await TurnAsync(isFrozen: true, freeze, cancellationToken) ?? freeze;
    }

    /// <summary>Ends the freeze; nothing when there is none.</summary>
    /// <returns>The freeze that ended; null when there was none.</returns>
    public Task<Freeze?> UnfreezeAsync(string by, string why, DateTimeOffset at, CancellationToken cancellationToken) =>
        TurnAsync(isFrozen: false, new(by, why, at), cancellationToken);

    private static Freeze? Of(AuditEntry? last) => last is { Event: LoopFrozen frozen } ? new(last.Actor, frozen.Why, last.At) : null;

    /// <summary>Appends the other position of the switch under the number that it then has; who comes second under one number looks again.</summary>
    private async Task<Freeze?> TurnAsync(bool isFrozen, Freeze order, CancellationToken cancellationToken)
    {
        for (var race = 0; race < MostRaces; race++)
        {
            var (last, count) = await LastAsync(cancellationToken);
            var holds = Of(last);
            if (isFrozen == holds is not null)
            {
                return holds;
            }

            var entry = new AuditEntry
            {
                Actor = order.By,
                At = order.At,
                Cause = "freeze",
                Event = isFrozen ? new LoopFrozen(order.Why) : new LoopUnfrozen(order.Why),
                Play = "-",
            };
            var stored = await trail.AppendAsync($"freeze/{count + 1}", entry, cancellationToken);
            if (stored.Entry == entry)
            {
                return isFrozen ? order : holds;
            }
        }

        throw new InvalidOperationException($"the freeze switch was turned {MostRaces} times by others meanwhile");
    }

    private async Task<(AuditEntry? Last, int Count)> LastAsync(CancellationToken cancellationToken)
    {
        var (last, count) = ((AuditEntry?)null, 0);
        await foreach (var record in trail.ReadAsync(new() { Kinds = Kinds }, cancellationToken))
        {
            (last, count) = (record.Entry, count + 1);
        }

        return (last, count);
    }
}
