using System.Globalization;

namespace Optimizer.Cockpit.Pages.Shell;

/// <param name="Name">In the legend and the table.</param>
/// <param name="Kind">main, soft, good, bad, low or high: low and high are the edges of one interval and are filled between.</param>
/// <param name="Values">Null for a gap.</param>
public sealed record PlotLine(string Name, string Kind, IReadOnlyList<double?> Values)
{
    internal string Text(int row) => Values[row] is { } value && double.IsFinite(value) ? value.ToString("G4", CultureInfo.InvariantCulture) : "-";
}
