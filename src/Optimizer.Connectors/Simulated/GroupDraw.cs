using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Simulated;

/// <summary>The units of one variant in one stretch of a day, drawn as if the stretch lasted until the day's end.</summary>
/// <param name="Flag">That divides them; null when none does.</param>
/// <param name="Group">0 is control.</param>
/// <param name="From">First slot of the stretch.</param>
/// <param name="Until">Slot after its last.</param>
/// <param name="Whole">Counts to the day's end.</param>
/// <param name="Amount">Mean amount of a unit that acts.</param>
/// <param name="UnitKey">Key of their coming.</param>
/// <param name="MetricKey">Key of what they do.</param>
internal readonly record struct GroupDraw(
    FlagState? Flag, int Group, int From, int Until, DayCounts Whole, double Amount, ulong UnitKey, ulong MetricKey)
{
    private const int Exact = 16;

    // Days after which half, three quarters and all of the late ones have come.
    private const int LastLateDay = 3;

    /// <summary>Counts up to a slot, or to the end of the stretch when that is earlier.</summary>
    public DayCounts Reached(int slot)
    {
        var until = Math.Min(slot, Until);
        return until >= LocalDays.Slots ? Whole : Arrival.Until(Whole, From, until, UnitKey, MetricKey);
    }

    /// <summary>Of the late ones, those who have acted so many days after they came.</summary>
    public long LateAfter(long late, int days)
    {
        var seen = 0L;
        for (var day = 1; day <= Math.Min(days, LastLateDay); day++)
        {
            seen += day == LastLateDay ? late - seen : new Chance(Chance.Key(MetricKey, (ulong)(1_000_000 + day))).Binomial(late - seen, 0.5);
        }

        return seen;
    }

    /// <summary>
    /// Sum and sum of squares of the amounts of so many who act: gamma of shape 2, exact when they are few, else by the joint
    /// normal law of both sums.
    /// </summary>
    public (double Sum, double Squares) Amounts(long active)
    {
        // Drawn for all who ever act and shared out by number, so that no read takes back what an earlier one told.
        var all = Whole.Prompt + Whole.Late;
        if (all == 0 || active == 0)
        {
            return (0, 0);
        }

        var chance = new Chance(Chance.Key(MetricKey, "amounts"));
        var (sum, squares) = (0.0, 0.0);
        if (all <= Exact)
        {
            for (var i = 0; i < all; i++)
            {
                var value = chance.Exponential() + chance.Exponential();
                (sum, squares) = (sum + value, squares + (value * value));
            }
        }
        else
        {
            // Mean 2 and variance 2; of the squares 6 and 84; their covariance is 12.
            var (first, second) = (chance.Normal(), chance.Normal());
            var root = Math.Sqrt(all);
            sum = Math.Max(all * 0.1, (2 * all) + (root * Math.Sqrt(2) * first));
            squares = Math.Max(sum * sum / all, (6 * all) + (root * ((12 / Math.Sqrt(2) * first) + (Math.Sqrt(84 - 72) * second))));
        }

        var share = (double)active / all;
        return (sum * Amount / 2 * share, squares * Amount * Amount / 4 * share);
    }
}
