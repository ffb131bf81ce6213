using Optimizer.Domain.Attribution;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Ledger;

/// <summary>
/// Evidence of an experiment from our own ledger: units by the day on which they were assigned, and what they did since, read from the
/// running sums. A ratio is the share of assigned units that did its numerator, whenever they did; counts and sums are per assigned unit. A
/// primary KPI that the ledger cannot tell is a fault; another such KPI is left out.
/// </summary>
/// <param name="ledger">Where events go.</param>
public sealed class LedgerExposures(IAttributionLedger ledger) : IExposureSource
{
    public async Task<Exposures> ReadAsync(Play play, string experiment, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(play);
        var known = await ledger.FindAsync(experiment, cancellationToken).ConfigureAwait(false);
        var totals = known is null ? [] : await ledger.TotalsAsync(experiment, cancellationToken).ConfigureAwait(false);
        var goal = play.Primary.First();
        var others = new Dictionary<PlayKpi, LedgerMeasure>();
        foreach (var kpi in play.Kpis.Where(kpi => kpi.Key != goal.Key && kpi.Role != KpiRole.Meta))
        {
            if (LedgerMeasure.TryMake(kpi, play.Experiment.Unit, out var measure, out _))
            {
                others.Add(kpi, measure);
            }
        }

        var isTold = LedgerMeasure.TryMake(goal, play.Experiment.Unit, out var primary, out var fault);
        var (from, to) = (TickClock.LocalDay(since, play.Monitor.TimeZone), TickClock.LocalDay(until, play.Monitor.TimeZone));
        return new()
        {
            Experiment = experiment,
            Variants = known?.Variants ?? ["control", "variant"],
            IsConversion = primary?.IsConversion ?? true,
            Direction = goal.Direction,
            OtherDirections = others.Keys.ToDictionary(kpi => kpi.Key, kpi => kpi.Direction),
            Days = known is null || !isTold ? [] : [.. Days(known, totals, primary!, others, from, to)],
            Fault = fault
                ?? (known is null ? $"the attribution ledger does not know the experiment '{experiment}'"
                : known.TimeZone != play.Monitor.TimeZone ? $"the ledger counts the days of '{experiment}' in {known.TimeZone}, the play in {play.Monitor.TimeZone}"
                : null),
        };
    }

    private static IEnumerable<ExposureDay> Days(
        LedgerExperiment known, IReadOnlyList<VariantTotal> totals, LedgerMeasure primary, Dictionary<PlayKpi, LedgerMeasure> others, DateOnly from, DateOnly to)
    {
        var byDay = totals.ToLookup(total => total.Day);
        var weights = totals.Count > 0 ? totals[0].Weights : ExperimentCheck.Weights(known);
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (!byDay.Contains(day))
            {
                yield return Day(known, [], weights, day, primary, others);
                continue;
            }

            // One entry per stretch: the shares of a day may have been changed in its course.
            foreach (var stretch in byDay[day].GroupBy(total => string.Join(' ', total.Weights)))
            {
                weights = stretch.First().Weights;
                yield return Day(known, [.. stretch], weights, day, primary, others);
            }
        }
    }

    private static ExposureDay Day(
        LedgerExperiment known, IReadOnlyList<VariantTotal> totals, IReadOnlyList<double> weights, DateOnly day, LedgerMeasure primary, Dictionary<PlayKpi, LedgerMeasure> others) =>
        new(day, weights, Groups(known, totals, primary), others.ToDictionary(other => other.Key.Key, IReadOnlyList<GroupCount> (other) => Groups(known, totals, other.Value)));

    private static GroupCount[] Groups(LedgerExperiment known, IReadOnlyList<VariantTotal> totals, LedgerMeasure measure)
    {
        var groups = new GroupCount[known.Variants.Count];
        foreach (var total in totals)
        {
            // Shares that were changed and changed back on one day are two stretches of one kind.
            var (sum, more) = (groups[total.Variant], measure.Of(total));
            groups[total.Variant] = new(sum.Units + more.Units, sum.Sum + more.Sum, sum.SumOfSquares + more.SumOfSquares, sum.Active + more.Active);
        }

        return groups;
    }
}
