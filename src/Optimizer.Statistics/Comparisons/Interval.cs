namespace Optimizer.Statistics.Comparisons;

/// <summary>A closed range of plausible values; either end may be infinite, never reversed.</summary>
public readonly record struct Interval
{
    /// <exception cref="ArgumentException">An end is NaN or the ends are reversed.</exception>
    public Interval(double lower, double upper)
    {
        if (!(lower <= upper))
        {
            throw new ArgumentException($"the lower end {lower} must not lie above the upper end {upper}", nameof(lower));
        }

        Lower = lower;
        Upper = upper;
    }

    public double Lower { get; }

    public double Upper { get; }

    public bool Contains(double value) => value >= Lower && value <= Upper;

    /// <summary>Both ends through an increasing function, as from log ratios to lifts.</summary>
    public Interval Map(Func<double, double> increasing)
    {
        ArgumentNullException.ThrowIfNull(increasing);
        return new(increasing(Lower), increasing(Upper));
    }
}
