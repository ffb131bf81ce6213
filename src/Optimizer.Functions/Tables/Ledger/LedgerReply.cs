using Optimizer.Domain.Attribution;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>What became of an item.</summary>
/// <param name="Answer">Of an event.</param>
/// <param name="Variant">Of an assignment; null when the unit takes no part.</param>
internal readonly record struct LedgerReply(EventAnswer Answer, int? Variant = null);
