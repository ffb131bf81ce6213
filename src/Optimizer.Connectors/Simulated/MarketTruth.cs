using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;

namespace Optimizer.Connectors.Simulated;

/// <summary>
/// What nobody in the loop may know: the level that each KPI truly has, apart from the chance of single units. Day noise, shocks,
/// weekdays and fatigue are in it and are the same with and without changes, so differences are due to what was done alone.
/// </summary>
public sealed class MarketTruth
{
    private readonly SimulatedMarket _market;

    internal MarketTruth(SimulatedMarket market) => _market = market;

    /// <summary>
    /// Lasting relative gain of the primary KPI, in its good direction, of a setting against the one the play began with:
    /// 0.1 is 10 % better, whichever way better is.
    /// </summary>
    public double Gain(Play play, VariableSetting setting) => _market.With(play, known => known.Effect(setting).Gain);

    /// <summary>Gain of changing one setting for another of the same variable, as an experiment of both would find it in the long run.</summary>
    public double Gain(Play play, VariableSetting control, VariableSetting variant) => _market.With(play, known =>
    {
        var goal = known.Kpi(play, play.Primary.First());
        var (before, after) = (Lasting(known, goal, control), Lasting(known, goal, variant));
        return goal.Kpi.Direction == KpiDirection.HigherIsBetter ? (after / before) - 1 : 1 - (after / before);
    });

    /// <summary>
    /// Relative change of another KPI that a setting truly makes in the long run, on the metric itself: -0.1 is a metric a tenth lower.
    /// </summary>
    public double Change(Play play, PlayKpi kpi, VariableSetting setting) =>
        _market.With(play, known => Lasting(known, known.Kpi(play, kpi), setting) - 1);

    /// <summary>The KPI on that day as things were, expected over single units; in the KPI's unit, for counts and sums of the whole day.</summary>
    public double Actual(Play play, PlayKpi kpi, DateOnly day) => _market.With(play, known => Actual(known, known.Kpi(play, kpi), day.DayNumber));

    /// <summary>The KPI on that day had nothing ever been changed.</summary>
    public double Untouched(Play play, PlayKpi kpi, DateOnly day) => _market.With(play, known =>
    {
        var truth = known.Kpi(play, kpi);
        return OfDay(known, truth, day.DayNumber, truth.PerUnit(truth.Level(day.DayNumber, known.StartDay)));
    });

    /// <summary>The KPI on that day with every variable at the best of the settings given, or left alone where none is better.</summary>
    /// <param name="play">The play.</param>
    /// <param name="kpi">Its primary KPI.</param>
    /// <param name="day">The day.</param>
    /// <param name="reachable">Settings that a strategist may come upon, such as all moves of a catalogue.</param>
    public double Best(Play play, PlayKpi kpi, DateOnly day, IEnumerable<VariableSetting> reachable) => _market.With(play, known =>
    {
        var truth = known.Kpi(play, kpi);
        var factor = truth.Level(day.DayNumber, known.StartDay);
        foreach (var settings in reachable.GroupBy(setting => setting.Variable, StringComparer.Ordinal))
        {
            var best = settings.MaxBy(setting => known.Effect(setting).Gain);
            factor *= best is not null && known.Effect(best).Gain > 0 ? Lasting(known, truth, best) : 1;
        }

        return OfDay(known, truth, day.DayNumber, truth.PerUnit(factor));
    });

    /// <summary>Mean of the daily truth from first to last, both inclusive, as things were.</summary>
    public double MeanActual(Play play, PlayKpi kpi, DateOnly first, DateOnly last) => Mean(first, last, day => Actual(play, kpi, day));

    /// <summary>Mean of the daily truth had nothing ever been changed.</summary>
    public double MeanUntouched(Play play, PlayKpi kpi, DateOnly first, DateOnly last) => Mean(first, last, day => Untouched(play, kpi, day));

    /// <summary>Mean of the daily truth at the best of the settings given.</summary>
    public double MeanBest(Play play, PlayKpi kpi, DateOnly first, DateOnly last, IReadOnlyCollection<VariableSetting> reachable) =>
        Mean(first, last, day => Best(play, kpi, day, reachable));

    private static double Mean(DateOnly first, DateOnly last, Func<DateOnly, double> read)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        return Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Average(day => read(DateOnly.FromDayNumber(day)));
    }

    private static double Actual(SimulatedPlay play, SimulatedKpi kpi, int day)
    {
        var stretches = play.Stretches(day);
        var perUnit = 0.0;
        for (var i = 0; i < stretches.Count; i++)
        {
            var until = i + 1 < stretches.Count ? stretches[i + 1].From : LocalDays.Slots;
            var share = Arrival.Before(until) - Arrival.Before(stretches[i].From);
            var flag = SimulatedPlay.Dividing(stretches[i].State, null);
            for (var group = 0; group < (flag?.Weights.Count ?? 1); group++)
            {
                perUnit += share * (flag?.Weights[group] ?? 1) * kpi.PerUnit(play.Factor(kpi, day, stretches[i].State, flag, group));
            }
        }

        return OfDay(play, kpi, day, perUnit);
    }

    private static double OfDay(SimulatedPlay play, SimulatedKpi kpi, int day, double perUnit) =>
        kpi.Shape is KpiShape.Number or KpiShape.TotalAmount ? perUnit * play.Units(day) : perUnit;

    private static double Lasting(SimulatedPlay play, SimulatedKpi kpi, VariableSetting setting) =>
        kpi.Factor(play.Effect(setting) with { Novelty = 0 }, setting.Variable, setting.Json, 0);
}
