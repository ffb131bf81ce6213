namespace Optimizer.Domain.Attribution;

/// <summary>An event as the ledger keeps it. It names a unit: personal data, which not everybody may see.</summary>
/// <param name="Number">Place in the ledger, or in the experiment's part of it where each has its own; rises.</param>
/// <param name="Event">What happened.</param>
public sealed record LedgerRow(long Number, AttributionEvent Event);
