namespace Optimizer.Workflows.Ports;

/// <summary>
/// Who gets which variant. Every member is idempotent: said twice is said once, and a repeated call carries the same key.
/// </summary>
public interface IFeatureFlags
{
    /// <summary>Sets the flag so: made when absent, switched on or off, payloads and weights as given.</summary>
    Task PutAsync(FlagState flag, DateTimeOffset at, string key, CancellationToken cancellationToken);

    /// <summary>As it stands; null when there is none.</summary>
    Task<FlagState?> FindAsync(string experiment, CancellationToken cancellationToken);

    /// <summary>Removes it; nothing when there is none.</summary>
    Task RemoveAsync(string experiment, DateTimeOffset at, string key, CancellationToken cancellationToken);
}
