using Optimizer.Domain.Audit;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Loops.Deaths;

/// <summary>A trail in front of which, or behind which, the process dies: every step of the loop goes through it.</summary>
internal sealed class DyingTrail(IAuditTrail trail, Deadline deadline) : IAuditTrail
{
    public async Task<IReadOnlyList<AuditRecord>> AppendAsync(IReadOnlyList<KeyedEntry> entries, CancellationToken cancellationToken)
    {
        var number = deadline.Begin();
        await deadline.PassAsync(number, isSecondHalf: false);
        var records = await trail.AppendAsync(entries, cancellationToken);
        await deadline.PassAsync(number, isSecondHalf: true);
        return records;
    }

    public IAsyncEnumerable<AuditRecord> ReadAsync(AuditQuery query, CancellationToken cancellationToken) => trail.ReadAsync(query, cancellationToken);
}
