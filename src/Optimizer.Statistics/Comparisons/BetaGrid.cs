using System.Numerics;
using System.Runtime.InteropServices;
using Optimizer.Statistics.Distributions;

namespace Optimizer.Statistics.Comparisons;

/// <summary>
/// Beta posteriors of several rates on one grid of log odds, where every beta density is smooth and decays at least
/// exponentially on both sides. Absolute accuracy about 10⁻¹².
/// </summary>
internal static class BetaGrid
{
    // Log of the density below which a tail is left out: e^-45 is below the last digit of a double.
    private const double TailNats = 45;
    private const double TailDeviations = 9;
    private const double BendPanel = 2;

    // Log odds from the mean beyond which only tails of shapes below 1 are left.
    private const double Far = 40;

    public static RateComparison Compare(Beta control, Beta variant)
    {
        var (grid, densities) = Build([control, variant]);
        var (controlBelow, controlAbove) = grid.Cumulate(densities[0]);
        var (variantBelow, variantAbove) = grid.Cumulate(densities[1]);
        var wins = grid.Integrate(densities[1], controlBelow);
        var losses = grid.Integrate(densities[0], variantBelow);

        // dt = t (1 - t) du turns the integrals of rate differences into integrals over log odds.
        var slope = Array.ConvertAll(grid.Nodes, Slope);
        return new(
            wins <= losses ? wins : 1 - losses,
            grid.Integrate(slope, Product(variantBelow, controlAbove)),
            grid.Integrate(slope, Product(controlBelow, variantAbove)));
    }

    /// <summary>P(rate k is the highest), for each k; sums to 1.</summary>
    public static double[] ChanceOfBest(IReadOnlyList<Beta> rates)
    {
        var (grid, densities) = Build(rates);
        return BestOf(grid, densities);
    }

    internal static double[] BestOf(PanelGrid grid, double[][] densities)
    {
        var below = Array.ConvertAll(densities, density => grid.Cumulate(density).Below);
        var chances = new double[densities.Length];
        for (var k = 0; k < densities.Length; k++)
        {
            var others = new double[grid.Nodes.Length];
            Array.Fill(others, 1);
            for (var j = 0; j < densities.Length; j++)
            {
                others = j == k ? others : Product(others, below[j]);
            }

            chances[k] = grid.Integrate(densities[k], others);
        }

        // Rounding must not leave a chance above 1 or the weights short of it.
        var sum = chances.Sum();
        return Array.ConvertAll(chances, chance => chance / sum);
    }

    private static (PanelGrid Grid, double[][] Densities) Build(IReadOnlyList<Beta> rates)
    {
        var stretches = new List<PanelGrid.Stretch>(2 * rates.Count + 1);
        foreach (var rate in rates)
        {
            var mean = Math.Log(rate.Alpha / rate.BetaShape);
            var deviation = Math.Sqrt(1 / rate.Alpha + 1 / rate.BetaShape);

            // A shape below 1 makes its tail decay over 1 / shape, far more than a deviation.
            var lower = mean - Math.Max(TailDeviations * deviation, TailNats / rate.Alpha);
            var upper = mean + Math.Max(TailDeviations * deviation, TailNats / rate.BetaShape);
            stretches.Add(new(lower, mean, 2 * Math.Max(deviation, 1 / rate.Alpha)));
            stretches.Add(new(mean, upper, 2 * Math.Max(deviation, 1 / rate.BetaShape)));
        }

        // Rates themselves bend around even odds, whatever the posteriors do.
        var bendLower = Math.Max(-TailNats, stretches.Min(stretch => stretch.Lower));
        var bendUpper = Math.Min(TailNats, stretches.Max(stretch => stretch.Upper));
        if (bendLower < bendUpper)
        {
            stretches.Add(new(bendLower, bendUpper, BendPanel));
        }

        var grid = new PanelGrid(CollectionsMarshal.AsSpan(stretches));
        return (grid, [.. rates.Select(rate => LogOddsDensity(rate, grid.Nodes))]);
    }

    /// <summary>
    /// Density of the log odds. Formula: exp(α d - (α + β) ln(1 + p(e^d - 1)) + height), d the distance from the log odds of the
    /// mean p: written over d, the logarithms stay small and lose no digits to a count of millions.
    /// </summary>
    private static double[] LogOddsDensity(Beta rate, double[] nodes)
    {
        var center = new Vector<double>(Math.Log(rate.Alpha / rate.BetaShape));
        var height = new Vector<double>(LogGamma.BetaHeight(rate.Alpha, rate.BetaShape));
        var total = rate.Alpha + rate.BetaShape;
        var (below, above) = (new Vector<double>(rate.Alpha / total), new Vector<double>(rate.BetaShape / total));

        // The mirror image 1 - t keeps the digits of a rate above 1/2, and neither form may overflow far out.
        var mirrorFrom = new Vector<double>(rate.Alpha <= rate.BetaShape ? Far : -Far);
        var density = new double[nodes.Length];
        for (var i = 0; i < density.Length; i += Vector<double>.Count)
        {
            var distance = new Vector<double>(nodes, i) - center;
            var mirror = Vector.GreaterThan(distance, mirrorFrom);
            var linear = Vector.ConditionalSelect(mirror, -rate.BetaShape * distance, rate.Alpha * distance);
            var share = Vector.ConditionalSelect(mirror, above, below);
            var bend = Log1P(share * Expm1(Vector.ConditionalSelect(mirror, -distance, distance)));
            Vector.Exp(height + linear - total * bend).CopyTo(density, i);
        }

        return density;
    }

    /// <summary><see cref="Elementary.Log1P"/>.</summary>
    private static Vector<double> Log1P(Vector<double> x)
    {
        var rounded = Vector<double>.One + x;
        var log = Vector.Log(rounded);
        var kept = Vector.ConditionalSelect(
            Vector.GreaterThan(Vector.Abs(x), new Vector<double>(0.5)), log, log * (x / (rounded - Vector<double>.One)));
        return Vector.ConditionalSelect(Vector.Equals(rounded, Vector<double>.One), x, kept);
    }

    /// <summary><see cref="Elementary.Expm1"/>.</summary>
    private static Vector<double> Expm1(Vector<double> x)
    {
        var power = Vector.Exp(x);
        var less = power - Vector<double>.One;
        var kept = Vector.ConditionalSelect(
            Vector.GreaterThan(Vector.Abs(x), Vector<double>.One), less, less * (x / Vector.Log(power)));
        return Vector.ConditionalSelect(Vector.Equals(power, Vector<double>.One), x, kept);
    }

    private static double[] Product(double[] first, double[] second)
    {
        var product = new double[first.Length];
        for (var i = 0; i < first.Length; i++)
        {
            product[i] = first[i] * second[i];
        }

        return product;
    }

    /// <summary>t (1 - t) for the rate t of the log odds.</summary>
    private static double Slope(double logOdds)
    {
        var small = Math.Exp(-Math.Abs(logOdds));
        return small / ((1 + small) * (1 + small));
    }
}
