using Optimizer.Domain.Audit;

namespace Optimizer.Workflows.Ports;

/// <summary>Shorter ways to append.</summary>
public static class AuditTrailExtensions
{
    /// <summary>Appends one entry; the same key again changes nothing.</summary>
    public static async Task<AuditRecord> AppendAsync(
        this IAuditTrail trail, string key, AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trail);
        return (await trail.AppendAsync([new(key, entry)], cancellationToken))[0];
    }
}
