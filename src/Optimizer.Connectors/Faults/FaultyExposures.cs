using Optimizer.Domain.Experiments;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>An exposure source that fails by plan.</summary>
internal sealed class FaultyExposures(IExposureSource source, FaultPlan plan) : IExposureSource
{
    public Task<Exposures> ReadAsync(Play play, string experiment, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken) =>
        plan.ReadAsync(
            nameof(IExposureSource), $"{experiment} {until:O}", () => source.ReadAsync(play, experiment, since, until, cancellationToken), Nonsense.Exposures);
}
