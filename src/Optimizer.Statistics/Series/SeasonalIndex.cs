namespace Optimizer.Statistics.Series;

/// <summary>
/// How much each position of a repeating cycle (a weekday in a week) usually lies above or below the cycle's mean:
/// 1.2 is a fifth above it. The factors have mean 1.
/// <para>Formula: each value divided by the mean of its cycle, the median per position over the cycles, divided by the mean
/// of those medians. A cycle whose mean is 0 says nothing about its shape and is left out.</para>
/// </summary>
public sealed class SeasonalIndex
{
    private readonly double[] _factors;

    private SeasonalIndex(double[] factors) => _factors = factors;

    /// <summary>One factor for each position, 0 or more; 0 for a position that is usually 0 or never seen. The seen ones have mean 1.</summary>
    public IReadOnlyList<double> Factors => _factors;

    /// <summary>Largest factor less the smallest: 0 is no pattern, 0.05 a swing of 5 % of the mean.</summary>
    public double Spread => _factors.Max() - _factors.Min();

    /// <summary>The index that changes nothing.</summary>
    public static SeasonalIndex Flat(int period) => new(Enumerable.Repeat(1.0, period).ToArray());

    /// <summary>
    /// Estimates the index from whole cycles, or null when the values cannot tell it: nothing but zeros and gaps.
    /// A cycle with gaps is used when more than half of it is there; its level is the mean of its values each divided by the
    /// factor of the complete cycles, so that a missing low position does not lift the level.
    /// </summary>
    /// <param name="values">A whole number of cycles, at least one; finite, 0 or more; null for missing.</param>
    /// <param name="firstPosition">Position of the first value in the cycle, from 0 to <paramref name="period"/> - 1.</param>
    /// <param name="period">Length of the cycle, 2 or more.</param>
    public static SeasonalIndex? Estimate(ReadOnlySpan<double?> values, int firstPosition, int period = 7)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        if (firstPosition < 0 || firstPosition >= period)
        {
            throw new ArgumentOutOfRangeException(nameof(firstPosition), firstPosition, $"must be from 0 to {period - 1}");
        }

        if (values.IsEmpty || values.Length % period != 0)
        {
            throw new ArgumentException($"values holds {values.Length} items: must be a whole number of cycles of {period}, at least one", nameof(values));
        }

        var levels = new double?[values.Length / period];
        var complete = 0;
        for (var c = 0; c < levels.Length; c++)
        {
            levels[c] = CycleLevel(values.Slice(c * period, period), period, null);
            complete += levels[c] is null ? 0 : 1;
        }

        if (complete < levels.Length)
        {
            var first = complete >= 2 ? Factor(values, levels, period) : null;
            for (var c = 0; c < levels.Length; c++)
            {
                levels[c] ??= CycleLevel(values.Slice(c * period, period), (period / 2) + 1, first);
            }
        }

        if (Factor(values, levels, period) is not { } byOffset)
        {
            return null;
        }

        var factors = new double[period];
        for (var offset = 0; offset < period; offset++)
        {
            factors[(firstPosition + offset) % period] = byOffset[offset];
        }

        return new(factors);
    }

    /// <summary>The value with the pattern taken out, or null at a position with factor 0 or next to it, where no finite ratio exists.</summary>
    public double? Adjust(double value, int position) =>
        _factors[position] > 0 && double.IsFinite(value / _factors[position]) ? value / _factors[position] : null;

    private static double? CycleLevel(ReadOnlySpan<double?> cycle, int leastPresent, double[]? factors)
    {
        double sum = 0;
        var used = 0;
        for (var i = 0; i < cycle.Length; i++)
        {
            var factor = factors is null ? 1 : factors[i];
            if (cycle[i] is { } value && factor > 0)
            {
                sum += value / factor;
                used++;
            }
        }

        return used >= leastPresent ? sum / used : null;
    }

    private static double[]? Factor(ReadOnlySpan<double?> values, double?[] levels, int period)
    {
        var factors = new double[period];
        Span<double> ratios = new double[levels.Length];
        var seen = 0;
        for (var offset = 0; offset < period; offset++)
        {
            var count = 0;
            for (var c = 0; c < levels.Length; c++)
            {
                if (levels[c] is { } level && level > 0 && values[(c * period) + offset] is { } value)
                {
                    ratios[count++] = value / level;
                }
            }

            factors[offset] = count > 0 ? RobustScale.MedianInPlace(ratios[..count]) : 0;
            seen += count > 0 ? 1 : 0;
        }

        var total = factors.Sum();
        return total > 0 ? Array.ConvertAll(factors, factor => factor / (total / seen)) : null;
    }
}
