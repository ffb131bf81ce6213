namespace Optimizer.Functions.Durable;

/// <summary>Keys of signals that were sent, by instance: Durable Task itself knows none.</summary>
internal interface ISignalKeys
{
    Task<bool> IsKnownAsync(string instanceId, string key, CancellationToken cancellationToken);

    /// <summary>Adds it; once the signal is on its way.</summary>
    Task AddAsync(string instanceId, string key, CancellationToken cancellationToken);
}
