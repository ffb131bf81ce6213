using System.Numerics;

namespace Optimizer.Statistics.Distributions;

/// <summary>
/// Gauss-Legendre nodes on adjoining panels of a range, with cumulative integrals at every node: one pass gives a
/// density's distribution function wherever the density itself is known, to about twelve digits for panels of two
/// deviations. Panels are as narrow as the narrowest density there asks for, and no narrower elsewhere.
/// </summary>
internal sealed class PanelGrid
{
    private const int Order = 16;
    private static readonly double[] Points = new double[Order];
    private static readonly double[] PointWeights = new double[Order];

    // Integrals from -1 to each point (fast index) of the polynomial that is 1 at one point and 0 at the others.
    private static readonly double[] Integrals = new double[Order * Order];

    private readonly double[] _halves;

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

                Integrals[j * Order + i] = 0.5 * PointWeights[j] * sum;
            }
        }
    }

    /// <param name="stretches">Ranges in which something varies; at most <see cref="Stretch.Panel"/> wide panels cover each.</param>
    public PanelGrid(params ReadOnlySpan<Stretch> stretches)
    {
        var edges = Edges(stretches);
        _halves = new double[edges.Count - 1];
        Nodes = new double[_halves.Length * Order];
        for (var panel = 0; panel < _halves.Length; panel++)
        {
            _halves[panel] = (edges[panel + 1] - edges[panel]) / 2;
            var middle = edges[panel] + _halves[panel];
            for (var i = 0; i < Order; i++)
            {
                Nodes[panel * Order + i] = middle + Points[i] * _halves[panel];
            }
        }
    }

    public double[] Nodes { get; }

    /// <summary>∫ over the whole range of the product of the two functions given at the nodes.</summary>
    public double Integrate(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var sum = 0.0;
        for (var panel = 0; panel < _halves.Length; panel++)
        {
            var part = 0.0;
            for (var i = 0; i < Order; i++)
            {
                part += PointWeights[i] * first[panel * Order + i] * second[panel * Order + i];
            }

            sum += part * _halves[panel];
        }

        return sum;
    }

    /// <summary>The density times the width each node stands for: probability mass at the nodes.</summary>
    public double[] Weighted(ReadOnlySpan<double> density)
    {
        var mass = new double[density.Length];
        for (var i = 0; i < mass.Length; i++)
        {
            mass[i] = PointWeights[i % Order] * density[i] * _halves[i / Order];
        }

        return mass;
    }

    /// <summary>The integral of the density from the lower end to each node, and its rest to the upper end.</summary>
    public (double[] Below, double[] Above) Cumulate(ReadOnlySpan<double> density)
    {
        var below = new double[density.Length];
        var above = new double[density.Length];
        var wholes = new double[_halves.Length];
        var left = 0.0;
        for (var panel = 0; panel < wholes.Length; panel++)
        {
            var start = panel * Order;
            wholes[panel] = Panel(density.Slice(start, Order), above.AsSpan(start, Order), _halves[panel]);
            for (var i = start; i < start + Order; i++)
            {
                below[i] = left + above[i];
                above[i] = Math.Max(0, wholes[panel] - above[i]);
            }

            left += wholes[panel];
        }

        // The rest is summed from the right so that a small upper tail keeps its digits.
        var right = 0.0;
        for (var panel = wholes.Length - 1; panel >= 0; panel--)
        {
            for (var i = panel * Order; i < (panel + 1) * Order; i++)
            {
                above[i] += right;
            }

            right += wholes[panel];
        }

        return (below, above);
    }

    private static double Panel(ReadOnlySpan<double> density, Span<double> into, double half)
    {
        var whole = 0.0;
        into.Clear();
        for (var j = 0; j < Order; j++)
        {
            var height = new Vector<double>(density[j] * half);
            whole += PointWeights[j] * density[j];
            for (var i = 0; i < Order; i += Vector<double>.Count)
            {
                var at = into[i..];
                (new Vector<double>(at) + height * new Vector<double>(Integrals, j * Order + i)).CopyTo(at);
            }
        }

        for (var i = 0; i < Order; i++)
        {
            into[i] = Math.Max(0, into[i]);
        }

        return whole * half;
    }

    private static List<double> Edges(ReadOnlySpan<Stretch> stretches)
    {
        var lower = double.PositiveInfinity;
        var upper = double.NegativeInfinity;
        foreach (var stretch in stretches)
        {
            lower = Math.Min(lower, stretch.Lower);
            upper = Math.Max(upper, stretch.Upper);
        }

        var edges = new List<double> { lower };
        for (var at = lower; at < upper; edges.Add(at))
        {
            // The next edge is one panel of the finest stretch here, or where another stretch begins.
            var next = upper;
            foreach (var stretch in stretches)
            {
                next = stretch.Lower > at ? Math.Min(next, stretch.Lower)
                    : stretch.Upper > at ? Math.Min(next, at + stretch.Panel)
                    : next;
            }

            // A panel below the resolution of doubles would never get there.
            at = Math.Max(next, Math.BitIncrement(at));
        }

        return edges;
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

    /// <summary>A range in which something varies, and how wide a panel may be to follow it.</summary>
    internal readonly record struct Stretch(double Lower, double Upper, double Panel);
}
