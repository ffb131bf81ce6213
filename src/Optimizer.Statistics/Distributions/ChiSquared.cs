using MathNet.Numerics;

namespace Optimizer.Statistics.Distributions;

/// <summary>The chi-squared distribution with a positive number of degrees of freedom.</summary>
public readonly record struct ChiSquared
{
    /// <exception cref="ArgumentOutOfRangeException">Degrees of freedom are not a positive finite number.</exception>
    public ChiSquared(double degreesOfFreedom)
    {
        Require.Positive(degreesOfFreedom);
        DegreesOfFreedom = degreesOfFreedom;
    }

    public double DegreesOfFreedom { get; }

    /// <summary>P(X > x). Formula: Q(ν/2, x/2), the regularised upper incomplete gamma function.</summary>
    public double Survival(double x) => x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(DegreesOfFreedom / 2, x / 2);
}
