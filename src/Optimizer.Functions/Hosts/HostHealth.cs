using Optimizer.Functions.Tables;

namespace Optimizer.Functions.Hosts;

/// <summary>Whether the storage takes writes and the timers fire.</summary>
/// <param name="rows">A table of this hub alone.</param>
/// <param name="claim">Says when the watchdog last ran.</param>
/// <param name="clock">Says when.</param>
internal sealed class HostHealth(RowTable rows, HubClaim claim, TimeProvider clock)
{
    /// <summary>Writes something that changes nothing.</summary>
    /// <exception cref="Azure.RequestFailedException">The storage does not take it.</exception>
    /// <exception cref="TimersStandStillException">No timer fired for a while.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await rows.PutAsync("health", "write", "", cancellationToken);
        if (await claim.OwnerAsync(cancellationToken) is { } owner && clock.GetUtcNow() - owner.Seen > HubClaim.Gone)
        {
            throw new TimersStandStillException(owner.Seen);
        }
    }
}
