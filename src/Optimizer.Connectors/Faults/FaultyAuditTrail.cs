using System.Runtime.CompilerServices;
using Optimizer.Domain.Audit;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>An audit trail that fails by plan, before or after the rows were written.</summary>
internal sealed class FaultyAuditTrail(IAuditTrail trail, FaultPlan plan) : IAuditTrail
{
    private const string Port = nameof(IAuditTrail);

    public Task<IReadOnlyList<AuditRecord>> AppendAsync(IReadOnlyList<KeyedEntry> entries, CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, $"append {(entries.Count == 0 ? "" : entries[0].Key)}", () => trail.AppendAsync(entries, cancellationToken));

    public async IAsyncEnumerable<AuditRecord> ReadAsync(AuditQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await plan.DoAsync(Port, $"read {query.Play} {query.Experiment}", () => Task.CompletedTask).ConfigureAwait(false);
        await foreach (var record in trail.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return record;
        }
    }
}
