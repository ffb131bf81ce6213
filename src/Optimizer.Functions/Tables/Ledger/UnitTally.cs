namespace Optimizer.Functions.Tables.Ledger;

/// <summary>What one unit did of one event.</summary>
/// <param name="Count">Events.</param>
/// <param name="Sum">Of their values, in millionths.</param>
internal readonly record struct UnitTally(long Count, long Sum);
