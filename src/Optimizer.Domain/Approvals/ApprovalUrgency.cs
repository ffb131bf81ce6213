using System.Globalization;

namespace Optimizer.Domain.Approvals;

/// <summary>
/// The order of the queue (S1-045): what expires soonest first; then what waits without end, longest first; ties by risk to the traffic,
/// then by id. A key that sorts as text, so that a page of the queue begins where the one before ended.
/// </summary>
public static class ApprovalUrgency
{
    public static string KeyOf(ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (group, ticks) = request.OnTimeout == TimeoutAction.Park ? ('1', request.AskedAt.UtcTicks) : ('0', request.ExpiresAt.UtcTicks);
        return string.Create(CultureInfo.InvariantCulture, $"{group}{ticks:D19}{(int)(999_999 * (1 - Math.Clamp(request.TrafficShare, 0, 1))):D6}/{request.Id}");
    }
}
