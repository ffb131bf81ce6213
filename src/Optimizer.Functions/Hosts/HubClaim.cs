using Optimizer.Functions.Tables;
using Optimizer.Workflows;

namespace Optimizer.Functions.Hosts;

/// <summary>
/// Holds a task hub for one deployment, whose instances share it: a slot beside it that was given the same hub, as by a copied setting,
/// would take its work and its timers. A deployment that has not been seen for a while is gone, and another may take its place.
/// </summary>
/// <param name="rows">A table of this hub alone.</param>
/// <param name="hub">Its name, for messages.</param>
/// <param name="deployment">Who claims it.</param>
/// <param name="clock">Says when.</param>
internal sealed class HubClaim(RowTable rows, string hub, string deployment, TimeProvider clock)
{
    /// <summary>Longer than two pauses of a watchdog that looks every quarter of an hour: a tick that was missed is no death.</summary>
    public static readonly TimeSpan Gone = TimeSpan.FromMinutes(40);

    private const string Partition = "hub";
    private const string Key = "owner";

    /// <summary>Claims the hub, or says again that it is claimed.</summary>
    /// <exception cref="HubTakenException">Another deployment holds it.</exception>
    public async Task HoldAsync(CancellationToken cancellationToken)
    {
        var mine = new HubOwner(deployment, clock.GetUtcNow());
        var text = Payload.Of(mine).ToString();
        while (true)
        {
            var row = await rows.FindAsync(Partition, Key, cancellationToken);
            if (row is not null && Read(row) is var owner && owner.Deployment != deployment && mine.Seen - owner.Seen < Gone)
            {
                throw new HubTakenException(hub, owner.Deployment, owner.Seen);
            }

            // Of two that come at once the second looks again, and finds the first.
            if (row is null ? await rows.TryAddAsync(Partition, Key, text, cancellationToken) : await rows.TryReplaceAsync(row, text, cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>When a deployment last held it; null before the first.</summary>
    public async Task<HubOwner?> OwnerAsync(CancellationToken cancellationToken) =>
        await rows.FindAsync(Partition, Key, cancellationToken) is { } row ? Read(row) : null;

    private static HubOwner Read(StoredRow row) => new Payload(System.Text.Encoding.UTF8.GetBytes(row.Text)).ReadAs<HubOwner>("the owner of the task hub");
}
