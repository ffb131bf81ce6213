using Optimizer.Domain.Experiments;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Loops.Kit;

/// <summary>Experiments in which the variant is better or worse by what a test says; nothing is left to chance.</summary>
/// <param name="gain">Relative, by experiment.</param>
/// <param name="unitsPerDay">Of each group on a whole day.</param>
internal sealed class ScriptedExposures(Func<string, double> gain, long unitsPerDay = 4000) : IExposureSource
{
    private const double Rate = 0.2;

    private (DateTimeOffset At, double Gain)? _later;

    /// <summary>The same, with another gain from a moment on, for what is read then.</summary>
    public ScriptedExposures From(DateTimeOffset at, double later)
    {
        _later = (at, later);
        return this;
    }

    public Task<Exposures> ReadAsync(Play play, string experiment, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var effect = _later is { } later && until >= later.At ? later.Gain : gain(experiment);
        var days = new List<ExposureDay>();
        for (var from = since; from < until; from = Midnight(from).AddDays(1))
        {
            var end = Midnight(from).AddDays(1) < until ? Midnight(from).AddDays(1) : until;
            var units = (long)(unitsPerDay * (end - from).TotalDays);
            days.Add(new(
                DateOnly.FromDateTime(from.UtcDateTime), [0.5, 0.5],
                [GroupCount.Conversions(units, (long)(units * Rate)), GroupCount.Conversions(units, (long)(units * Rate * (1 + effect)))],
                new Dictionary<string, IReadOnlyList<GroupCount>>()));
        }

        return Task.FromResult(new Exposures
        {
            Days = days,
            Direction = KpiDirection.HigherIsBetter,
            Experiment = experiment,
            IsConversion = true,
            Variants = ["control", "variant"],
        });
    }

    private static DateTimeOffset Midnight(DateTimeOffset at) => new(at.UtcDateTime.Date, TimeSpan.Zero);
}
