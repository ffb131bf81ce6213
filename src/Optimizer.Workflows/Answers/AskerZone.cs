using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Answers;

/// <summary>The zone in which questions are read: that of the policy, so that everybody who asks the same is told the same (S1-157).</summary>
public static class AskerZone
{
    /// <summary>The zone of the policy in force; UTC without one, and where this machine does not know it.</summary>
    public static async Task<TimeZoneInfo> OfAsync(IPlayStore plays, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plays);
        return Of(await plays.FindAsync(PlayTerms.PolicyName, cancellationToken));
    }

    /// <summary>The zone of a policy; null for none.</summary>
    public static TimeZoneInfo Of(StoredText? stored)
    {
        var zone = stored is null ? null : PolicyFile.Read(stored.Text, stored.File).Policy?.ForSlug("-").TimeZone;
        return zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;
    }
}
