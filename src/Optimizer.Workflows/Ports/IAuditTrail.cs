using Optimizer.Domain.Audit;

namespace Optimizer.Workflows.Ports;

/// <summary>The append-only truth.</summary>
public interface IAuditTrail
{
    /// <summary>Appends entries in order, all or none. An entry whose key is there already is not appended again: its record is given back.</summary>
    Task<IReadOnlyList<AuditRecord>> AppendAsync(IReadOnlyList<KeyedEntry> entries, CancellationToken cancellationToken);

    /// <summary>Records in the order of the trail, or against it when the query says so.</summary>
    IAsyncEnumerable<AuditRecord> ReadAsync(AuditQuery query, CancellationToken cancellationToken);
}
