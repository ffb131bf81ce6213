namespace Optimizer.Benchmarks.Decisions;

/// <summary>How often something happened, with its simulation error.</summary>
internal readonly record struct Share(double Value, long Runs)
{
    public static Share Of(long hits, long runs) => new((double)hits / runs, runs);

    // One imaginary hit and miss: a share of 0 was seen, not known.
    public double Error => (Value * Runs + 1) / (Runs + 2.0) is var p ? Math.Sqrt(p * (1 - p) / Runs) : 0;
}
