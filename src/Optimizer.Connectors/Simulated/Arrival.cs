namespace Optimizer.Connectors.Simulated;

/// <summary>
/// When within a day its units come: few at night, most around noon. Counts of a whole day are drawn first and divided by halving
/// (a binomial at every halving), so that what had come by a slot costs seven draws and is the same however often it is read.
/// </summary>
internal static class Arrival
{
    // How far night falls below noon.
    private const double Swing = 0.8;

    // The first power of two that holds all slots, so that halves stay whole.
    private const int Span = 128;

    private static readonly double[] Reached = [.. Enumerable.Range(0, Span + 1).Select(slot => Share(Math.Min(1, (double)slot / LocalDays.Slots)))];

    /// <summary>Share of a day's units that come before the slot.</summary>
    public static double Before(int slot) => Reached[slot];

    /// <summary>Of the counts that come from slot <paramref name="from"/> to the end of the day, those before slot <paramref name="until"/>.</summary>
    public static DayCounts Until(DayCounts all, int from, int until, ulong unitKey, ulong metricKey)
    {
        var (low, high) = (0, Span);
        var reached = new DayCounts(0, 0, 0);
        var left = all;
        while (left.Units > 0 && low < until && until < high)
        {
            var middle = (low + high) / 2;
            var first = Halve(left, ShareOfFirst(low, middle, high, from), (ulong)((low * Span * 2) + high), unitKey, metricKey);
            if (until < middle)
            {
                (left, high) = (first, middle);
            }
            else
            {
                (reached, left, low) = (reached + first, left - first, middle);
            }
        }

        return until >= high ? reached + left : reached;
    }

    private static DayCounts Halve(DayCounts left, double share, ulong node, ulong unitKey, ulong metricKey)
    {
        var units = new Chance(Chance.Key(unitKey, node)).Binomial(left.Units, share);
        var metric = new Chance(Chance.Key(metricKey, node));
        var prompt = metric.Hypergeometric(left.Units, left.Prompt, units);
        var late = metric.Hypergeometric(left.Units - left.Prompt, left.Late, units - prompt);
        return new(units, prompt, late);
    }

    private static double ShareOfFirst(int low, int middle, int high, int from)
    {
        var (a, b, c) = (Before(Math.Max(low, from)), Before(Math.Max(middle, from)), Before(Math.Max(high, from)));
        return c <= a ? 0 : (b - a) / (c - a);
    }

    private static double Share(double day) => day - (Swing / (2 * Math.PI) * Math.Sin(2 * Math.PI * day));
}
