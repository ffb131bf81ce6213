namespace Optimizer.Cockpit.Pages.Shell;

/// <param name="From">Null for no lower end.</param>
/// <param name="To">Null for no upper end.</param>
/// <param name="Name">What lies in it.</param>
/// <param name="Kind">good, bad or soft.</param>
public sealed record PlotBand(double? From, double? To, string Name, string Kind);
