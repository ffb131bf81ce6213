using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables.Kept;

/// <param name="At">From when it stood so.</param>
/// <param name="State">Null: it was removed.</param>
internal sealed record FlagChange(DateTimeOffset At, FlagState? State);
