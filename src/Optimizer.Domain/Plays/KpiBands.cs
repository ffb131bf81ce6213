using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;

namespace Optimizer.Domain.Plays;

/// <summary>
/// Reads a play's bands with the direction of the KPI: a definition's drop is the bad side and its spike the good one, so for a cost
/// the limits change places and a rise of 20 % is what a fall of 20 % is elsewhere.
/// </summary>
public static class KpiBands
{
    // Nothing falls by more than all of it: a spike limit of 100 % or more has no mirror image.
    private const double Deepest = 0.99;

    public static MonitoringRules RulesOf(MonitorPlan plan, KpiDirection direction)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var bands = direction == KpiDirection.HigherIsBetter
            ? plan.Bands
            : new ClassBands(plan.Bands.Plateau, plan.Bands.Normal, Math.Min(plan.Bands.Spike, Deepest), plan.Bands.Drop);
        return new() { Bands = bands, PlateauWeeks = Math.Clamp(plan.PlateauFor.Days() / 7, 2, 52) };
    }

    /// <summary>The class with its direction: drop and decline are the bad side, spike and growth the good one.</summary>
    public static KpiClass Directed(KpiClass seen, KpiDirection direction) => direction == KpiDirection.HigherIsBetter ? seen : seen switch
    {
        KpiClass.Drop => KpiClass.Spike,
        KpiClass.Spike => KpiClass.Drop,
        KpiClass.Growth => KpiClass.Decline,
        KpiClass.Decline => KpiClass.Growth,
        _ => seen,
    };
}
