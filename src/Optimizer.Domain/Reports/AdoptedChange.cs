namespace Optimizer.Domain.Reports;

/// <summary>A change that went live in the week (S0-049).</summary>
/// <param name="Experiment">Its id; the page links to its card.</param>
/// <param name="Change">In words.</param>
/// <param name="Variable">What was changed.</param>
/// <param name="Kpi">The one it was tried on.</param>
/// <param name="IsProven">False for a provisional or stated adoption.</param>
/// <param name="Booked">A share; 0 unless proven.</param>
/// <param name="Lowest">Of the always-valid interval; null when not known.</param>
/// <param name="Highest">Of it.</param>
/// <param name="Why">The decision's first reason.</param>
public sealed record AdoptedChange(
    string Experiment, string Change, string Variable, string Kpi, bool IsProven, double Booked, double? Lowest, double? Highest, string Why);
