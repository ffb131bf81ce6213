namespace Optimizer.Embedded.Ledger;

/// <summary>Where the log ends, as kept apart from its rows.</summary>
/// <param name="Batches">Batches.</param>
/// <param name="Rows">Events, assignments and definitions.</param>
/// <param name="Sequence">Of the last row.</param>
/// <param name="Hash">Of the last batch.</param>
internal sealed record LogHead(long Batches, long Rows, long Sequence, byte[] Hash);
