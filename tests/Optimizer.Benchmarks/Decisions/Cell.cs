using System.Globalization;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>Traffic and base rate of a cell of the tables.</summary>
/// <param name="Visitors">Visitors a day, both variants together.</param>
/// <param name="BaseRate">Conversion rate of control.</param>
internal readonly record struct Cell(double Visitors, double BaseRate)
{
    public static readonly double[] AllVisitors = [100, 300, 1000, 5000];
    public static readonly double[] AllBaseRates = [0.02, 0.05, 0.10];

    /// <summary>The cell in which power is measured.</summary>
    public static readonly Cell Middle = new(1000, 0.05);

    /// <summary>Every cell, or the corners and the middle.</summary>
    public static IReadOnlyList<Cell> All(bool quick) => quick
        ? [new(100, 0.02), new(100, 0.1), Middle, new(5000, 0.1)]
        : [.. AllVisitors.SelectMany(visitors => AllBaseRates.Select(rate => new Cell(visitors, rate)))];

    public World With(double lift) => new(Visitors, BaseRate, lift);

    public override string ToString() =>
        $"{Visitors.ToString("0", CultureInfo.InvariantCulture)} a day, {(100 * BaseRate).ToString("0", CultureInfo.InvariantCulture)} %";
}
