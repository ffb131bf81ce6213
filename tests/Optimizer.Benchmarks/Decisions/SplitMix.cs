namespace Optimizer.Benchmarks.Decisions;

/// <summary>
/// A stream of chance that is named by seed, cell and run, so that a figure does not depend on which thread drew it.
/// Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators (OOPSLA 2014).
/// </summary>
internal sealed class SplitMix : Random
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state;

    private SplitMix(ulong state) => _state = state;

    public static SplitMix For(ulong seed, string cell, int run)
    {
        var name = 14695981039346656037UL;
        foreach (var letter in cell)
        {
            name = unchecked((name ^ letter) * 1099511628211UL);
        }

        return new(Mix(Mix(Mix(seed + Golden) ^ name) + unchecked((ulong)run * Golden)));
    }

    public override double NextDouble()
    {
        _state = unchecked(_state + Golden);
        return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    protected override double Sample() => NextDouble();

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
