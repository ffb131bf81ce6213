namespace Optimizer.Connectors.Simulated;

/// <summary>
/// Draws that belong to a key instead of a place in a stream: the same key gives the same numbers on every machine, in whatever
/// order they are asked for, so that a world read again after a crash is the same world. SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
internal struct Chance
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    // Below this many expected successes the shape is far from normal, and walking up the cumulative chances is short.
    private const double LongestWalk = 12;

    private ulong _state;

    public Chance(ulong key) => _state = key;

    public static ulong Key(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        }

        return Mix(hash);
    }

    public static ulong Key(ulong parent, ulong part) => Mix(unchecked(Mix(parent + Golden) ^ ((part + 1) * Golden)));

    public static ulong Key(ulong parent, string part) => Key(parent, Key(part));

    public ulong Next()
    {
        _state = unchecked(_state + Golden);
        return Mix(_state);
    }

    /// <summary>Uniform strictly between 0 and 1.</summary>
    public double Uniform() => ((Next() >> 11) + 0.5) / (1UL << 53);

    public double Between(double lowest, double highest) => lowest + ((highest - lowest) * Uniform());

    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    public double Exponential() => -Math.Log(Uniform());

    /// <summary>Successes in so many trials: exact where few are expected, else by the normal law, whose error is then far below a success.</summary>
    public long Binomial(long trials, double chance)
    {
        if (trials <= 0 || chance <= 0)
        {
            return 0;
        }

        if (chance >= 1)
        {
            return trials;
        }

        if (chance > 0.5)
        {
            return trials - Binomial(trials, 1 - chance);
        }

        var mean = trials * chance;
        if (mean >= LongestWalk)
        {
            return Math.Clamp((long)Math.Round(mean + (Math.Sqrt(mean * (1 - chance)) * Normal())), 0, trials);
        }

        var odds = chance / (1 - chance);
        var mass = Math.Exp(trials * Math.Log(1 - chance));
        var left = Uniform() - mass;
        var successes = 0L;
        while (left > 0 && successes < trials)
        {
            mass *= odds * (trials - successes) / (successes + 1);
            left -= mass;
            successes++;
        }

        return successes;
    }

    /// <summary>How many of <paramref name="marked"/> lie among <paramref name="taken"/> drawn out of <paramref name="all"/>.</summary>
    public long Hypergeometric(long all, long marked, long taken)
    {
        var (least, most) = (Math.Max(0, marked - (all - taken)), Math.Min(marked, taken));
        if (least == most)
        {
            return least;
        }

        var share = (double)taken / all;
        var variance = marked * share * (1 - share) * (all - marked) / (all - 1);
        var drawn = variance < LongestWalk / 2
            ? Binomial(marked, share)
            : (long)Math.Round((marked * share) + (Math.Sqrt(variance) * Normal()));
        return Math.Clamp(drawn, least, most);
    }

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
