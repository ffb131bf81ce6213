using Optimizer.Domain.Policies;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>A register that fails by plan, before or after it took note.</summary>
internal sealed class FaultyRegister(IExperimentRegister register, FaultPlan plan) : IExperimentRegister
{
    private const string Port = nameof(IExperimentRegister);

    public Task<RegisterPage> ReadAsync(string site, string play, DateTimeOffset now, CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, $"read {site} {play}", () => register.ReadAsync(site, play, now, cancellationToken));

    public Task<bool> TryStartAsync(PastExperiment experiment, long version, CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, $"start {experiment.Id}", () => register.TryStartAsync(experiment, version, cancellationToken));

    public Task ReleaseAsync(PastExperiment experiment, CancellationToken cancellationToken) =>
        plan.DoAsync(Port, $"release {experiment.Id}", () => register.ReleaseAsync(experiment, cancellationToken));

    public Task EndAsync(PastExperiment ended, CancellationToken cancellationToken) =>
        plan.DoAsync(Port, $"end {ended.Id}", () => register.EndAsync(ended, cancellationToken));
}
