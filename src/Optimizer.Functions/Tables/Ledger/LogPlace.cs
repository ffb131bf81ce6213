namespace Optimizer.Functions.Tables.Ledger;

/// <summary>Where a block stands, or is to stand.</summary>
/// <param name="Segment">Which blob of the experiment's log, from 0.</param>
/// <param name="Position">Byte in it.</param>
internal readonly record struct LogPlace(int Segment, long Position);
