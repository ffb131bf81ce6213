using Optimizer.Domain.Hypotheses;

namespace Optimizer.Workflows.Ports;

/// <summary>Proposes; never decides (C46). What it says is untrusted and is checked.</summary>
public interface IStrategist
{
    Task<StrategistAnswer> ProposeAsync(Diagnosis diagnosis, CancellationToken cancellationToken);
}
