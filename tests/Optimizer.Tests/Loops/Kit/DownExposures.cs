using Optimizer.Domain.Experiments;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Loops.Kit;

/// <summary>A source of exposures that can be switched off.</summary>
internal sealed class DownExposures(IExposureSource inner) : IExposureSource
{
    /// <summary>Thrown by every call while it is set.</summary>
    public bool IsDown { get; set; }

    public Task<Exposures> ReadAsync(Play play, string experiment, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken) =>
        IsDown ? throw new IOException("the source is down") : inner.ReadAsync(play, experiment, since, until, cancellationToken);
}
