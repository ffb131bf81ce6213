using Optimizer.Domain.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Operations;

/// <summary>Tells people that the switch was turned: each turn once, however often it is said.</summary>
/// <param name="notifier">Where it is told.</param>
public sealed class FreezeNotices(INotifier notifier)
{
    private const string Object = "freeze";

    /// <summary>Tells of the freeze that holds.</summary>
    public Task TellAsync(Freeze holds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(holds);
        return notifier.NotifyAsync(
            new("-", "warn", $"Everything was frozen by {holds.By}", $"{holds.Why}\n\nNothing outside is changed, in any play, until: optimizer unfreeze", Object)
            {
                Kind = NoticeKind.LoopFrozen,
            },
            $"frozen/{holds.At.UtcTicks}", cancellationToken);
    }

    /// <summary>Tells that a freeze ended.</summary>
    /// <param name="ended">The freeze.</param>
    /// <param name="by">Who ended it.</param>
    /// <param name="why">In their words.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task TellEndAsync(Freeze ended, string by, string why, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ended);
        return notifier.NotifyAsync(
            new("-", "info", $"The freeze was ended by {by}", $"{why}\n\nWhat waited for it is done now. It was frozen by {ended.By}: {ended.Why}", Object)
            {
                Kind = NoticeKind.LoopUnfrozen,
            },
            $"unfrozen/{ended.At.UtcTicks}", cancellationToken);
    }
}
