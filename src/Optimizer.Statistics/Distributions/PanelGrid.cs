namespace Optimizer.Statistics.Distributions;

/// <summary>
/// Gauss-Legendre nodes on equal panels of a range, with cumulative integrals at every node: one pass gives a density's
/// distribution function wherever the density itself is known, to about twelve digits for panels of two deviations.
/// </summary>
internal sealed class PanelGrid
{
    private const int Order = 16;
    private static readonly double[] Points = new double[Order];
    private static readonly double[] PointWeights = new double[Order];

    // Integrals from -1 to each point of the polynomial that is 1 at one point and 0 at the others.
    private static readonly double[] Integrals = new double[Order * Order];

    private readonly double _half;

    static PanelGrid()
    {
        for (var i = 0; i < Order; i++)
        {
            var x = Math.Cos(Math.PI * (Order - i - 0.25) / (Order + 0.5));
            for (var step = 0; step < 10; step++)
            {
                x -= Legendre(x)[Order] / Derivative(x);
            }

            Points[i] = x;
            PointWeights[i] = 2 / ((1 - x * x) * Derivative(x) * Derivative(x));
        }

        for (var i = 0; i < Order; i++)
        {
            var upper = Legendre(Points[i]);
            for (var j = 0; j < Order; j++)
            {
                var at = Legendre(Points[j]);
                var sum = Points[i] + 1;
                for (var k = 1; k < Order; k++)
                {
                    sum += at[k] * (upper[k + 1] - upper[k - 1]);
                }

                Integrals[i * Order + j] = 0.5 * PointWeights[j] * sum;
            }
        }
    }

    public PanelGrid(double lower, double upper, int panels)
    {
        _half = (upper - lower) / panels / 2;
        Nodes = new double[panels * Order];
        for (var panel = 0; panel < panels; panel++)
        {
            var middle = lower + (2 * panel + 1) * _half;
            for (var i = 0; i < Order; i++)
            {
                Nodes[panel * Order + i] = middle + Points[i] * _half;
            }
        }
    }

    public double[] Nodes { get; }

    /// <summary>∫ over the whole range of the product of the two functions given at the nodes.</summary>
    public double Integrate(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            sum += PointWeights[i % Order] * first[i] * second[i];
        }

        return sum * _half;
    }

    /// <summary>The density times the width each node stands for: probability mass at the nodes.</summary>
    public double[] Weighted(ReadOnlySpan<double> density)
    {
        var mass = new double[density.Length];
        for (var i = 0; i < mass.Length; i++)
        {
            mass[i] = PointWeights[i % Order] * density[i] * _half;
        }

        return mass;
    }

    /// <summary>The integral of the density from the lower end to each node, and its rest to the upper end.</summary>
    public (double[] Below, double[] Above) Cumulate(ReadOnlySpan<double> density)
    {
        var below = new double[density.Length];
        var above = new double[density.Length];
        var left = 0.0;
        for (var start = 0; start < density.Length; start += Order)
        {
            left += Panel(density.Slice(start, Order), below.AsSpan(start, Order), left);
        }

        // The rest is summed from the right so that a small upper tail keeps its digits.
        var right = 0.0;
        for (var start = density.Length - Order; start >= 0; start -= Order)
        {
            var panel = density.Slice(start, Order);
            var whole = Panel(panel, above.AsSpan(start, Order), 0);
            for (var i = start; i < start + Order; i++)
            {
                above[i] = right + Math.Max(0, whole - above[i]);
            }

            right += whole;
        }

        return (below, above);
    }

    private double Panel(ReadOnlySpan<double> density, Span<double> into, double left)
    {
        var whole = 0.0;
        for (var i = 0; i < Order; i++)
        {
            var row = Integrals.AsSpan(i * Order, Order);
            var sum = 0.0;
            for (var j = 0; j < Order; j++)
            {
                sum += row[j] * density[j];
            }

            into[i] = left + Math.Max(0, sum * _half);
            whole += PointWeights[i] * density[i];
        }

        return whole * _half;
    }

    private static double[] Legendre(double x)
    {
        var values = new double[Order + 1];
        values[0] = 1;
        values[1] = x;
        for (var k = 1; k < Order; k++)
        {
            values[k + 1] = ((2 * k + 1) * x * values[k] - k * values[k - 1]) / (k + 1);
        }

        return values;
    }

    private static double Derivative(double x)
    {
        var values = Legendre(x);
        return Order * (x * values[Order] - values[Order - 1]) / (x * x - 1);
    }
}
