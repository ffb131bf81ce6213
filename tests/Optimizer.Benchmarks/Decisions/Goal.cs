using System.Globalization;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>An error rate that the product promises in every cell.</summary>
/// <param name="Text">The promise.</param>
/// <param name="Limit">Largest share allowed.</param>
/// <param name="Cells">The share seen in each cell.</param>
internal sealed record Goal(string Text, double Limit, IReadOnlyList<(string Cell, Share Share)> Cells)
{
    public bool Met => Cells.All(cell => cell.Share.Value <= Limit);

    public override string ToString()
    {
        var worst = Cells.MaxBy(cell => cell.Share.Value);
        return $"{(Met ? "PASS" : "FAIL")} {Text}: worst {Percent(worst.Share.Value)} ± {Percent(worst.Share.Error)} at {worst.Cell}, limit {Percent(Limit)}";
    }

    private static string Percent(double share) => $"{(100 * share).ToString("0.00", CultureInfo.InvariantCulture)} %";
}
