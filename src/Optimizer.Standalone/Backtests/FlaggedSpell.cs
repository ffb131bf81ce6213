using Optimizer.Domain.Monitoring;

namespace Optimizer.Standalone.Backtests;

/// <summary>Ticks in a row on which the KPI showed one and the same anomaly.</summary>
/// <param name="Anomaly">Id of the first, for why and replay.</param>
/// <param name="Class">What it did.</param>
/// <param name="First">Day of the first tick that said so; it knew the days before.</param>
/// <param name="Last">Day of the last.</param>
/// <param name="Ticks">How many.</param>
/// <param name="Change">At the first, a share; null where there is none.</param>
/// <param name="Strongest">The largest on the way.</param>
/// <param name="Reasons">At the first, in words.</param>
/// <param name="Diagnoses">Times that hypotheses were made of it.</param>
internal sealed record FlaggedSpell(
    string Anomaly, KpiClass Class, DateOnly First, DateOnly Last, int Ticks, double? Change, double? Strongest, IReadOnlyList<string> Reasons, int Diagnoses)
{
    public FlaggedSpell With(DateOnly day, double? change) => this with
    {
        Last = day,
        Strongest = Math.Abs(change ?? 0) > Math.Abs(Strongest ?? 0) ? change : Strongest,
        Ticks = Ticks + 1,
    };
}
