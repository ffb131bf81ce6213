namespace Optimizer.Testing;

/// <summary>
/// A small seeded generator for simulations: the same seed gives the same numbers on every machine and framework version,
/// which System.Random does not promise. SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
public sealed class SplitMix(ulong seed)
{
    // Above this mean a Poisson draw is split, so that e^-mean stays far inside the range of doubles.
    private const double LargestStep = 30;

    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Uniform strictly between 0 and 1.</summary>
    public double Uniform() => ((Next() >> 11) + 0.5) / (1UL << 53);

    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>Poisson by counting events of unit rate, in steps of at most 30.</summary>
    public long Poisson(double mean)
    {
        var count = 0L;
        for (var left = mean; left > 0; left -= LargestStep)
        {
            var floor = Math.Exp(-Math.Min(left, LargestStep));
            for (var product = Uniform(); product > floor; product *= Uniform())
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Successes in so many trials, by counting.</summary>
    public long Binomial(long trials, double chance)
    {
        var successes = 0L;
        for (var i = 0L; i < trials; i++)
        {
            successes += Uniform() < chance ? 1 : 0;
        }

        return successes;
    }
}
