using Optimizer.Domain.Experiments;
using Optimizer.Domain.Plays;

namespace Optimizer.Workflows.Ports;

/// <summary>Who met which variant and what they did.</summary>
public interface IExposureSource
{
    /// <summary>Everything there is of an experiment at that moment, the running day included as its last.</summary>
    /// <param name="play">Its play; the primary metric and the others are its KPIs.</param>
    /// <param name="experiment">Its id, which is also the flag's key.</param>
    /// <param name="since">When it started.</param>
    /// <param name="until">The moment; nothing later is told.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<Exposures> ReadAsync(Play play, string experiment, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken);
}
