using Optimizer.Domain.Policies;

namespace Optimizer.Workflows.Ports;

/// <summary>Which experiments run and ran: the one place where starts of all plays meet, so that caps hold under races (S0-054).</summary>
public interface IExperimentRegister
{
    /// <summary>What policy counts from, with the version of the site's register.</summary>
    Task<RegisterPage> ReadAsync(string site, string play, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Adds the start if nothing was added to the site's register since that version; the same id twice is once.</summary>
    /// <returns>False when somebody else was quicker: read and rule again.</returns>
    Task<bool> TryStartAsync(PastExperiment experiment, long version, CancellationToken cancellationToken);

    /// <summary>Takes back a start that did not come about: as if it had never been added. Nothing when there is none that runs.</summary>
    Task ReleaseAsync(PastExperiment experiment, CancellationToken cancellationToken);

    /// <summary>Marks the end; said twice, the first holds.</summary>
    Task EndAsync(PastExperiment ended, CancellationToken cancellationToken);
}
