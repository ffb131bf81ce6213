namespace Optimizer.Statistics.Distributions;

/// <summary>The beta distribution with two positive shapes: what is known of a rate after seeing successes and failures.</summary>
public readonly record struct Beta
{
    private const double SmallestTerm = 1e-300;
    private const double Precision = 1e-16;

    /// <exception cref="ArgumentOutOfRangeException">A shape is not a positive finite number.</exception>
    public Beta(double alpha, double beta)
    {
        Require.Positive(alpha);
        Require.Positive(beta);
        Alpha = alpha;
        BetaShape = beta;
    }

    public double Alpha { get; }

    public double BetaShape { get; }

    /// <summary>α / (α + β).</summary>
    public double Mean => Alpha / (Alpha + BetaShape);

    /// <summary>αβ / ((α + β)² (α + β + 1)).</summary>
    public double Variance
    {
        get
        {
            var sum = Alpha + BetaShape;
            return Mean * (BetaShape / sum) / (sum + 1);
        }
    }

    /// <summary>Posterior of a rate from a Beta(alpha, beta) prior: Beta(alpha + successes, beta + failures).</summary>
    public static Beta Posterior(Samples.Proportion seen, double priorAlpha = 1, double priorBeta = 1) =>
        new(priorAlpha + seen.Successes, priorBeta + (seen.Count - seen.Successes));

    /// <summary>
    /// P(X &lt;= x) for x in [0, 1]; <paramref name="complement"/> is 1 - x, passed apart so that it keeps its digits near 1.
    /// Continued fraction of DLMF 8.17.22 by Lentz's method, on the side where it converges fast.
    /// </summary>
    public double Cdf(double x, double complement)
    {
        if (x <= 0)
        {
            return 0;
        }

        if (complement <= 0)
        {
            return 1;
        }

        return x < (Alpha + 1) / (Alpha + BetaShape + 2)
            ? Fraction(Alpha, BetaShape, x, complement)
            : 1 - Fraction(BetaShape, Alpha, complement, x);
    }

    /// <inheritdoc cref="Cdf(double, double)"/>
    public double Cdf(double x) => Cdf(x, 1 - x);

    private static double Fraction(double a, double b, double x, double complement)
    {
        var front = Math.Exp(a * LogOf(x, complement) + b * LogOf(complement, x) - LogGamma.Beta(a, b)) / a;
        var c = 1.0;
        var d = Guard(1 - (a + b) * x / (a + 1));
        d = 1 / d;
        var value = d;

        // Terms needed grow with the root of the larger shape: 10⁵ covers shapes of 10⁹.
        for (var m = 1; m <= 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / Guard(1 + even * d);
            c = Guard(1 + even / c);
            value *= d * c;

            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / Guard(1 + odd * d);
            c = Guard(1 + odd / c);
            var step = d * c;
            value *= step;
            if (Math.Abs(step - 1) < Precision)
            {
                break;
            }
        }

        return front * value;
    }

    private static double LogOf(double x, double complement) => x < 0.5 ? Math.Log(x) : Elementary.Log1P(-complement);

    private static double Guard(double value) => Math.Abs(value) < SmallestTerm ? SmallestTerm : value;
}
