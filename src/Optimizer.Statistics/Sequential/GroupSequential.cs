using MathNet.Numerics.RootFinding;
using Optimizer.Statistics.Distributions;

namespace Optimizer.Statistics.Sequential;

/// <summary>
/// Group-sequential bounds with power-family alpha spending: the most powerful rigorous choice when the looks and the end
/// are fixed beforehand. Extending the experiment voids them, which is why the daily decision does not use them.
/// Lan and DeMets 1983; recursive integration of Armitage, McPherson and Rowe 1969.
/// </summary>
public static class GroupSequential
{
    private const int Panels = 24;

    /// <summary>
    /// z bounds of each look so that the chance of first crossing there, without an effect, is what is spent there. The
    /// cumulative one-sided spending is (alpha/sides) t^phi; crossing the other side is not counted.
    /// </summary>
    /// <param name="fractions">Information fractions of the looks, increasing, in (0, 1].</param>
    /// <param name="alpha">Level, in (0, 1).</param>
    /// <param name="phi">Power of the spending function, above 0: 3 spends late.</param>
    /// <param name="sides">1 or 2.</param>
    /// <param name="truncation">z beyond which the density is taken as 0.</param>
    public static double[] Bounds(IReadOnlyList<double> fractions, double alpha, double phi, int sides, double truncation = 8)
    {
        Validate(fractions, alpha, phi, sides, truncation);
        var bounds = new double[fractions.Count];
        var (nodes, mass) = (Array.Empty<double>(), Array.Empty<double>());
        var spent = 0.0;
        for (var look = 0; look < fractions.Count; look++)
        {
            var time = fractions[look];
            var deviation = Math.Sqrt(look == 0 ? time : time - fractions[look - 1]);
            var due = alpha / sides * Math.Pow(time, phi) - spent;
            spent += due;
            var limit = truncation * Math.Sqrt(time);
            var bound = Crossing(limit) >= due ? limit : Brent.FindRoot(at => Crossing(at) - due, -limit, limit, 1e-12, 200);
            bounds[look] = bound / Math.Sqrt(time);
            if (look + 1 < fractions.Count)
            {
                (nodes, mass) = Surviving(-limit, bound);
            }

            // The process stands at 0 before the first look, and spread over the nodes after.
            double Crossing(double at) => nodes.Length == 0
                ? Normal.Standard.Survival(at / deviation)
                : nodes.Zip(mass, (from, weight) => weight * Normal.Standard.Survival((at - from) / deviation)).Sum();

            (double[] Nodes, double[] Mass) Surviving(double lower, double upper)
            {
                var grid = new PanelGrid(new PanelGrid.Stretch(lower, upper, (upper - lower) / Panels));
                var density = Array.ConvertAll(grid.Nodes, at => nodes.Length == 0
                    ? Density(at)
                    : nodes.Zip(mass, (from, weight) => weight * Density(at - from)).Sum());
                return (grid.Nodes, grid.Weighted(density));
            }

            double Density(double step) => Normal.Standard.Density(step / deviation) / deviation;
        }

        return bounds;
    }

    private static void Validate(IReadOnlyList<double> fractions, double alpha, double phi, int sides, double truncation)
    {
        ArgumentNullException.ThrowIfNull(fractions);
        Require.Probability(alpha);
        Require.Positive(phi);
        Require.Positive(truncation);
        if (sides is not (1 or 2))
        {
            throw new ArgumentOutOfRangeException(nameof(sides), sides, "must be 1 or 2");
        }

        var before = 0.0;
        foreach (var fraction in fractions)
        {
            if (!(fraction > before && fraction <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(fractions), fraction, $"must lie above {before} and at most at 1");
            }

            before = fraction;
        }
    }
}
