using Optimizer.Domain.Hypotheses;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>A strategist that fails by plan, or says what must not be believed.</summary>
internal sealed class FaultyStrategist(IStrategist strategist, FaultPlan plan) : IStrategist
{
    public Task<StrategistAnswer> ProposeAsync(Diagnosis diagnosis, CancellationToken cancellationToken) => plan.ReadAsync(
        nameof(IStrategist), $"{diagnosis.Play.Slug} {diagnosis.Anomaly}", () => strategist.ProposeAsync(diagnosis, cancellationToken), Nonsense.Answer);
}
