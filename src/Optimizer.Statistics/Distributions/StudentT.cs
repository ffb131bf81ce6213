namespace Optimizer.Statistics.Distributions;

/// <summary>Student's t distribution with a positive, possibly fractional, number of degrees of freedom.</summary>
public readonly record struct StudentT
{
    /// <exception cref="ArgumentOutOfRangeException">Degrees of freedom are not a positive finite number.</exception>
    public StudentT(double degreesOfFreedom)
    {
        Require.Positive(degreesOfFreedom);
        DegreesOfFreedom = degreesOfFreedom;
    }

    public double DegreesOfFreedom { get; }

    // From here on Hill's expansion is exact to the last digits, while the continued fraction starts to lose some.
    private const double Many = 10_000;

    // In multiples of √ν: its square is beyond the digits of 1 + t²/ν.
    private const double Far = 1e10;

    /// <summary>
    /// P(T > t). Formula: I_x(ν/2, 1/2)/2 with x = ν/(ν + t²) for t >= 0; keeps its digits in the far tail.
    /// Many degrees of freedom: Hill's normal deviate (CACM algorithm 395, 1970).
    /// </summary>
    public double Survival(double t)
    {
        if (double.IsInfinity(t))
        {
            return t > 0 ? 0 : 1;
        }

        if (DegreesOfFreedom >= Many)
        {
            return Normal.Standard.Survival(Math.CopySign(Deviate(Math.Abs(t)), t));
        }

        if (Math.Abs(t) > Far * Math.Sqrt(DegreesOfFreedom))
        {
            // Only the first term of the series is left.
            var power = Math.Exp(-0.5 * DegreesOfFreedom * LogSpread(t) - LogGamma.Beta(DegreesOfFreedom / 2, 0.5));
            return t > 0 ? power / DegreesOfFreedom : 1 - power / DegreesOfFreedom;
        }

        var square = t * t;
        var share = DegreesOfFreedom / (DegreesOfFreedom + square);
        var tail = 0.5 * new Beta(DegreesOfFreedom / 2, 0.5).Cdf(share, square / (DegreesOfFreedom + square));
        return t >= 0 ? tail : 1 - tail;
    }

    /// <summary>P(T &lt;= t).</summary>
    public double Cdf(double t) => Survival(-t);

    /// <summary>Density at t. Formula: (1 + t²/ν)^(-(ν+1)/2) / (√ν B(ν/2, 1/2)).</summary>
    public double Density(double t) => Math.Exp(
        -0.5 * (DegreesOfFreedom + 1) * LogSpread(t)
        - 0.5 * Math.Log(DegreesOfFreedom)
        - LogGamma.Beta(DegreesOfFreedom / 2, 0.5));

    /// <summary>
    /// The t with P(T &lt;= t) = probability, for a probability in (0, 1).
    /// Newton's method from the Cornish-Fisher start, on the upper half by symmetry.
    /// </summary>
    public double Quantile(double probability)
    {
        Require.Probability(probability);
        var tail = Math.Min(probability, 1 - probability);
        var z = -Normal.Standard.Quantile(tail);
        var t = z + (z * z * z + z) / (4 * DegreesOfFreedom);
        for (var step = 0; step < 100; step++)
        {
            var survival = Survival(t);

            // In logarithms the tail is nearly straight, so the far start of few degrees of freedom converges too.
            // Far out it is a power of t, which one step inverts.
            var excess = Math.Log(survival / tail);
            var change = t > Far * Math.Sqrt(DegreesOfFreedom)
                ? t * Elementary.Expm1(excess / DegreesOfFreedom)
                : excess * survival / Density(t);
            t += change;
            if (Math.Abs(change) <= 1e-15 * Math.Abs(t))
            {
                break;
            }
        }

        return probability < 0.5 ? -t : t;
    }

    /// <summary>ln(1 + t²/ν), also where the square leaves the range of doubles.</summary>
    private double LogSpread(double t)
    {
        var scaled = Math.Abs(t) / Math.Sqrt(DegreesOfFreedom);
        return scaled > Far ? 2 * Math.Log(scaled) : Elementary.Log1P(scaled * scaled);
    }

    private double Deviate(double t)
    {
        var a = DegreesOfFreedom - 0.5;
        var b = 48 * a * a;
        var y = a * Elementary.Log1P(t * t / DegreesOfFreedom);
        var third = (((4 * y + 33) * y + 240) * y + 855) / (10 * b * (b + 0.8 * y * y + 100));
        return Math.Sqrt(y) * (1 + (y + 3) / b - third);
    }
}
