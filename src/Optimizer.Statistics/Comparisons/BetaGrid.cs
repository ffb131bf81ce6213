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
    private const int MostPanels = 4000;

    public static RateComparison Compare(Beta control, Beta variant)
    {
        var (grid, densities) = Build([control, variant]);
        var (controlBelow, controlAbove) = grid.Cumulate(densities[0]);
        var (variantBelow, variantAbove) = grid.Cumulate(densities[1]);
        var wins = grid.Integrate(densities[1], controlBelow);
        var losses = grid.Integrate(densities[0], variantBelow);

        // dt = t (1 - t) du turns the integrals of rate differences into integrals over log odds.
        var slope = Array.ConvertAll(grid.Nodes, node => Rate(node) * Rate(-node));
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

        return chances;
    }

    private static (PanelGrid Grid, double[][] Densities) Build(IReadOnlyList<Beta> rates)
    {
        var lower = double.PositiveInfinity;
        var upper = double.NegativeInfinity;
        var narrowest = double.PositiveInfinity;
        foreach (var rate in rates)
        {
            var mode = Math.Log(rate.Alpha / rate.BetaShape);
            var deviation = Math.Sqrt(1 / rate.Alpha + 1 / rate.BetaShape);
            lower = Math.Min(lower, mode - Math.Max(TailDeviations * deviation, TailNats / rate.Alpha));
            upper = Math.Max(upper, mode + Math.Max(TailDeviations * deviation, TailNats / rate.BetaShape));
            narrowest = Math.Min(narrowest, deviation);
        }

        var panels = (int)Math.Clamp(Math.Ceiling((upper - lower) / (2 * narrowest)), 4, MostPanels);
        var grid = new PanelGrid(lower, upper, panels);
        var softplus = Array.ConvertAll(grid.Nodes, Softplus);
        var densities = new double[rates.Count][];
        for (var k = 0; k < rates.Count; k++)
        {
            var (alpha, total) = (rates[k].Alpha, rates[k].Alpha + rates[k].BetaShape);
            var constant = LogGamma.Beta(rates[k].Alpha, rates[k].BetaShape);
            var density = new double[grid.Nodes.Length];
            for (var i = 0; i < density.Length; i++)
            {
                density[i] = Math.Exp(alpha * grid.Nodes[i] - total * softplus[i] - constant);
            }

            densities[k] = density;
        }

        return (grid, densities);
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

    private static double Rate(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>ln(1 + e^u) without overflow or cancellation.</summary>
    private static double Softplus(double u) => u > 0 ? u + Elementary.Log1P(Math.Exp(-u)) : Elementary.Log1P(Math.Exp(u));
}
