using MathNet.Numerics;

namespace Optimizer.Statistics.Distributions;

/// <summary>
/// Logarithms of gamma and beta functions that keep their digits when the arguments are counts in the millions.
/// A plain difference of ln Γ(10⁹) terms has an absolute error near 10⁻⁵; written over Stirling's formula the large
/// parts cancel on paper and the error stays near 10⁻¹³.
/// </summary>
public static class LogGamma
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>
    /// Binet's correction: ln Γ(z) - [(z - 1/2) ln z - z + ln(2π)/2], for z > 0.
    /// Series of Abramowitz and Stegun 6.1.41 from 10 upwards.
    /// </summary>
    public static double Correction(double z)
    {
        if (z < 10)
        {
            return SpecialFunctions.GammaLn(z) - ((z - 0.5) * Math.Log(z) - z + HalfLogTwoPi);
        }

        var inverse = 1 / z;
        var square = inverse * inverse;
        return inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680
            - square * (1.0 / 1188 - square * (691.0 / 360360 - square / 156))))));
    }

    /// <summary>ln B(a, b) for a, b > 0.</summary>
    public static double Beta(double a, double b)
    {
        var sum = a + b;
        return (a - 0.5) * LogShare(a, b) + (b - 0.5) * LogShare(b, a) - 0.5 * Math.Log(sum) + HalfLogTwoPi
            + Correction(a) + Correction(b) - Correction(sum);
    }

    /// <summary>
    /// ln of the height that a beta density has at its mean, per unit of log odds. Formula: a ln p + b ln(1 - p) - ln B(a, b),
    /// p = a/(a + b), in which the parts that grow with the counts cancel on paper.
    /// </summary>
    internal static double BetaHeight(double a, double b) =>
        0.5 * (Math.Log(a) + LogShare(b, a)) - HalfLogTwoPi - Correction(a) - Correction(b) + Correction(a + b);

    /// <summary>ln(a / (a + b)) without cancellation when b is the small part.</summary>
    public static double LogShare(double a, double b)
    {
        var rest = b / (a + b);
        return rest < 0.5 ? Elementary.Log1P(-rest) : Math.Log(a / (a + b));
    }
}
