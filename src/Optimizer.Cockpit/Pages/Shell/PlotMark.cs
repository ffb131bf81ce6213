namespace Optimizer.Cockpit.Pages.Shell;

/// <param name="At">On the axis it marks.</param>
/// <param name="Name">What it is.</param>
/// <param name="Kind">good, bad or soft.</param>
public sealed record PlotMark(double At, string Name, string Kind);
