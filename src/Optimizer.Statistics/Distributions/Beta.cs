namespace Optimizer.Statistics.Distributions;

/// <summary>The beta distribution with two positive shapes: what is known of a rate after seeing successes and failures.</summary>
public readonly record struct Beta
{
    private const double SmallestTerm = 1e-300;

    // One unit in the last place of 1: a step may stay there for ever, so nothing smaller can be asked for.
    private const double Precision = 2.3e-16;

    // Terms needed grow with the root of the larger shape: this covers shapes of 10¹².
    private const int MostTerms = 3_000_000;

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
    /// <exception cref="ArithmeticException">The shapes are so large (beyond about 10¹²) that the fraction does not converge.</exception>
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
        var front = Math.Exp(LogGamma.BetaHeight(a, b) - Deviance(a, b, x, complement)) / a;
        var c = 1.0;
        var d = 1 / Guard(1 - (a + b) * x / (a + 1));
        var value = d;
        for (var m = 1; m <= MostTerms; m++)
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
            if (!(Math.Abs(step - 1) > Precision))
            {
                return front * value;
            }
        }

        throw new ArithmeticException($"the continued fraction of Beta({a}, {b}) at {x} did not converge in {MostTerms} terms");
    }

    /// <summary>
    /// a ln(p/x) + b ln((1 - p)/(1 - x)) with p = a/(a + b), at least 0. Written over the distance from the mean: its
    /// first-order parts cancel, while a ln x alone would carry an error that grows with the count.
    /// </summary>
    private static double Deviance(double a, double b, double x, double complement)
    {
        var p = a / (a + b);
        var q = b / (a + b);
        var distance = x < complement ? x - p : q - complement;
        return -(a * LogOf(x, p, distance) + b * LogOf(complement, q, -distance));

        static double LogOf(double x, double p, double distance) =>
            Math.Abs(distance) < 0.5 * p ? Elementary.Log1P(distance / p) : Math.Log(x / p);
    }

    private static double Guard(double value) => Math.Abs(value) < SmallestTerm ? SmallestTerm : value;
}
