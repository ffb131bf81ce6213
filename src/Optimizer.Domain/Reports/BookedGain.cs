using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;

namespace Optimizer.Domain.Reports;

/// <summary>
/// What a week's adoptions changed on one KPI, net (S0-048). Booked gains add up: the requirement asks for the sum of the
/// per-adoption estimates, and at the few per cent that shrunken gains have, adding differs from compounding by less than
/// their rounding.
/// </summary>
public sealed record BookedGain
{
    public required string Kpi { get; init; }

    public required string Unit { get; init; }

    /// <summary>Whether a gain is a fall, as of costs.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>Adoptions in the week, unproven ones too.</summary>
    public required int Adoptions { get; init; }

    public required int Proven { get; init; }

    /// <summary>Sum of the booked lifts, a share in the good direction; 0 without adoptions.</summary>
    public required double Booked { get; init; }

    /// <summary>
    /// Sum of the lower ends of the adoptions' always-valid intervals. Booked gains are pulled towards none and may lie below
    /// the measured interval: an end is moved out to them, so that the interval always holds <see cref="Booked"/>.
    /// </summary>
    public required double Lowest { get; init; }

    public required double Highest { get; init; }

    /// <summary>Adoptions whose interval is not known; they count as their booked lift alone.</summary>
    public required int WithoutInterval { get; init; }

    /// <summary>What the booked lift comes to in a week, in the KPI's unit, at the level before; null for rates, means per unit and unknown levels.</summary>
    public double? PerWeek { get; init; }

    public double? PerWeekLowest { get; init; }

    public double? PerWeekHighest { get; init; }

    /// <param name="kpi">Which one.</param>
    /// <param name="adoptions">On this KPI.</param>
    /// <param name="level">Its mean day before; null when not known.</param>
    internal static BookedGain Of(PlayKpi kpi, IReadOnlyCollection<ChangeAdopted> adoptions, double? level)
    {
        var booked = adoptions.Sum(adoption => adoption.Booked);
        var lowest = adoptions.Sum(adoption => Math.Min(adoption.Booked, adoption.Lowest ?? adoption.Booked));
        var highest = adoptions.Sum(adoption => Math.Max(adoption.Booked, adoption.Highest ?? adoption.Booked));
        var weekly = IsTotal(kpi) ? 7 * level : null;
        return new()
        {
            Kpi = kpi.Key,
            Unit = kpi.Unit,
            LowerIsBetter = kpi.Direction == KpiDirection.LowerIsBetter,
            Adoptions = adoptions.Count,
            Proven = adoptions.Count(adoption => adoption.IsProven),
            Booked = booked,
            Lowest = lowest,
            Highest = highest,
            WithoutInterval = adoptions.Count(adoption => adoption.Lowest is null || adoption.Highest is null),
            PerWeek = weekly * booked,
            PerWeekLowest = weekly * lowest,
            PerWeekHighest = weekly * highest,
        };
    }

    // A mean per unit, such as revenue per user, does not add up over the days of a week.
    private static bool IsTotal(PlayKpi kpi) => kpi.ToKpi().Kind != KpiKind.Rate
        && kpi.Measure.Type is not (MeasureType.Average or MeasureType.Median or MeasureType.Ratio or MeasureType.CostPer or MeasureType.Difference);
}
