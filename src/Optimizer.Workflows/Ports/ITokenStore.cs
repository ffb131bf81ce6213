using Optimizer.Domain.Identity;

namespace Optimizer.Workflows.Ports;

/// <summary>Tokens by their public part. Durable when it answers; thread safe.</summary>
public interface ITokenStore
{
    Task<AccessToken?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Adds it, or changes the one of this id.</summary>
    Task PutAsync(AccessToken token, CancellationToken cancellationToken);

    /// <summary>All there are, revoked and expired ones included, oldest first.</summary>
    Task<IReadOnlyList<AccessToken>> ListAsync(CancellationToken cancellationToken);
}
