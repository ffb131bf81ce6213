using Optimizer.Domain.Experiments;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Simulated;

/// <summary>
/// Who met which variant, by the day on which they were assigned: conversions that come late are added to that day, so a young day
/// reads too low. A day on which the weights were changed has one entry for each of the splits.
/// </summary>
internal sealed class SimulatedExposures(SimulatedMarket market) : IExposureSource
{
    public Task<Exposures> ReadAsync(Play play, string experiment, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(market.With(play, known => Read(known, play, experiment, since, until)));
    }

    private static Exposures Read(SimulatedPlay known, Play play, string experiment, DateTimeOffset since, DateTimeOffset until)
    {
        var goal = known.Kpi(play, play.Primary.First());
        var others = play.Kpis
            .Where(kpi => kpi.Key != goal.Kpi.Key && kpi.Role != KpiRole.Meta && kpi.Measure.IsTracked)
            .Select(kpi => known.Kpi(play, kpi)).ToList();
        var days = new List<ExposureDay>();
        var (last, slot) = known.Days.Place(until);
        if (goal.Kpi.Measure.IsTracked)
        {
            for (var day = known.Days.Place(since).Day; day <= last; day++)
            {
                days.AddRange(known.Exposed.Day(known, goal, others, experiment, day, last, slot));
            }
        }

        var variants = days.Count == 0 ? 2 : days.Max(day => day.Weights.Count);
        return new()
        {
            Experiment = experiment,
            Variants = [.. Enumerable.Range(0, variants).Select(group => group == 0 ? "control" : variants == 2 ? "variant" : $"variant-{group}")],
            IsConversion = goal.IsConversion,
            Direction = goal.Kpi.Direction,
            OtherDirections = others.ToDictionary(kpi => kpi.Kpi.Key, kpi => kpi.Kpi.Direction),
            Days = days,
        };
    }
}
