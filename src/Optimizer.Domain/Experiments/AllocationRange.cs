namespace Optimizer.Domain.Experiments;

/// <summary>
/// A half-open part [start, end) of the line of positions. Empty when the end does not lie above the start; the default
/// value is empty. Ranges that touch share no position.
/// </summary>
public readonly record struct AllocationRange
{
    /// <exception cref="ArgumentOutOfRangeException">An end of the range is not a finite number.</exception>
    public AllocationRange(double start, double end)
    {
        Start = Finite(start, nameof(start));
        End = Finite(end, nameof(end));
    }

    /// <summary>First position inside.</summary>
    public double Start { get; }

    /// <summary>First position behind.</summary>
    public double End { get; }

    /// <summary>Share of all positions, in [0, 1] for a range on the line.</summary>
    public double Length => Math.Max(0, End - Start);

    /// <summary>start ≤ position &lt; end.</summary>
    public bool Contains(double position) => Start <= position && position < End;

    /// <summary>Whether some position lies in both.</summary>
    public bool Overlaps(AllocationRange other) => Math.Max(Start, other.Start) < Math.Min(End, other.End);

    private static double Finite(double value, string name) => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "An end of a range is a finite number.");
}
