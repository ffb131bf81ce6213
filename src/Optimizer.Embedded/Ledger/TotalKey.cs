namespace Optimizer.Embedded.Ledger;

/// <summary>Which running sum; units are kept under name 0.</summary>
internal readonly record struct TotalKey(long Experiment, int Day, int Stretch, int Variant, long Name);
