using Optimizer.Domain.Audit;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays;

/// <summary>Entries to write, and whom to tell.</summary>
/// <param name="Key">Beginning of all keys.</param>
/// <param name="Entries">In order.</param>
/// <param name="Notice">Null for none.</param>
public sealed record RecordOrder(string Key, IReadOnlyList<AuditEntry> Entries, Notice? Notice = null);
