using Optimizer.Statistics.Distributions;

namespace Optimizer.Statistics.Sequential;

/// <summary>
/// The likelihood of the log ratio z = ln(pB/pA) given who the converters were, over strata of different weights.
/// Concave in z, so it has one peak and crosses any lower level once on each side.
/// </summary>
public sealed class LogRatioLikelihood
{
    private const int MostSteps = 200;
    private readonly IReadOnlyList<ConversionStratum> _strata;
    private readonly long _control;
    private readonly long _variant;

    public LogRatioLikelihood(IReadOnlyList<ConversionStratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        _strata = [.. strata.Where(stratum => stratum.Informative)];
        _control = _strata.Sum(stratum => stratum.Control);
        _variant = _strata.Sum(stratum => stratum.Variant);
    }

    /// <summary>The most likely log ratio, or null when a group has no converters in a stratum that tells.</summary>
    public double? Peak
    {
        get
        {
            if (_control == 0 || _variant == 0)
            {
                return null;
            }

            var z = Guess();
            for (var step = 0; step < MostSteps; step++)
            {
                var (_, slope, information) = At(z);

                // Far from the peak the information may vanish; a bounded step keeps Newton's method on the concave hill.
                var change = Math.Clamp(slope / information, -1, 1);
                z += change;
                if (Math.Abs(change) < 1e-13)
                {
                    break;
                }
            }

            return z;
        }
    }

    /// <summary>Fisher information of z at a value: Σ N θ (1 - θ).</summary>
    public double Information(double z) => At(z).Information;

    /// <summary>The z above the peak at which the likelihood falls to the level; null when it never does.</summary>
    public double? Highest(double level) => _control == 0 ? null : Crossing(level, 1);

    /// <summary>The z below the peak at which the likelihood falls to the level; null when it never does.</summary>
    public double? Lowest(double level) => _variant == 0 ? null : Crossing(level, -1);

    private double Crossing(double level, int direction)
    {
        // From outside the crossing the tangent of a concave function never overshoots it, and from inside it leads outside.
        var z = Peak is { } peak ? Near(peak) : Outside();
        for (var step = 0; step < MostSteps; step++)
        {
            var (value, slope, _) = At(z);
            var change = (value - level) / slope;
            z -= change;

            // Newton's error squares at each step: below this one it is below the last digit.
            if (Math.Abs(change) < 1e-9 * Math.Max(1, Math.Abs(z)))
            {
                break;
            }
        }

        return z;

        // Where the parabola through the peak crosses, which for many converters is nearly the place.
        double Near(double peak)
        {
            var (top, _, information) = At(peak);
            return peak + direction * Math.Sqrt(2 * (top - level) / information);
        }

        double Outside()
        {
            var spread = 4 / Math.Sqrt(Math.Max(At(0).Information, 1e-4));
            while (At(direction * spread).Value > level)
            {
                spread *= 2;
            }

            return direction * spread;
        }
    }

    private double Guess()
    {
        var odds = _strata.Sum(stratum => stratum.Converters * stratum.VariantWeight) / (_control + _variant);
        return Math.Log((double)_variant / _control) - Math.Log(odds / (1 - odds));
    }

    private (double Value, double Slope, double Information) At(double z)
    {
        var (value, slope, information) = (0.0, 0.0, 0.0);

        // Above 0 the two groups change places, so that e^-|z| never overflows.
        var mirrored = z > 0;
        var shrinkage = Elementary.Expm1(-Math.Abs(z));
        foreach (var stratum in _strata)
        {
            var weight = mirrored ? 1 - stratum.VariantWeight : stratum.VariantWeight;
            var mass = 1 + weight * shrinkage;
            var small = weight * (1 + shrinkage) / mass;
            var large = (1 - weight) / mass;
            value += (mirrored ? -stratum.Control : stratum.Variant) * z - stratum.Converters * Math.Log(mass);
            slope += stratum.Variant - stratum.Converters * (mirrored ? large : small);
            information += stratum.Converters * small * large;
        }

        return (value, slope, information);
    }
}
