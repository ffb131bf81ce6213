using System.Globalization;

namespace Optimizer.Benchmarks.Engine;

/// <summary>What a figure must keep; a part that is not set does not judge.</summary>
internal sealed record Limit
{
    public double? AtMost { get; init; }

    public double? AtLeast { get; init; }

    public double? Exactly { get; init; }

    /// <summary>At most so many times the raw loop of the same round.</summary>
    public double? MostTimesRaw { get; init; }

    /// <summary>At least this share of the raw loop of the same round.</summary>
    public double? LeastShareOfRaw { get; init; }

    /// <param name="ours">Median over the rounds.</param>
    /// <param name="timesRaw">Median of ours divided by the raw loop; not a number without one.</param>
    public bool IsMet(double ours, double timesRaw) =>
        !(ours > AtMost) && !(ours < AtLeast) && !(ours < Exactly || ours > Exactly)
        && !(timesRaw > MostTimesRaw) && !(timesRaw < LeastShareOfRaw);

    public override string ToString() => string.Join(", ", new[]
    {
        Said("≤ ", AtMost, ""), Said("≥ ", AtLeast, ""), Said("= ", Exactly, ""),
        Said("≤ ", MostTimesRaw, " × raw"), Said("≥ ", LeastShareOfRaw, " × raw"),
    }.Where(part => part.Length > 0));

    private static string Said(string sign, double? value, string unit) =>
        value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{sign}{number:#,0.###}{unit}") : "";
}
