using Optimizer.Domain.Identity;

namespace Optimizer.Workflows.Ports;

/// <summary>Tokens by their public part. Durable when it answers; thread safe.</summary>
public interface ITokenStore
{
    /// <summary>The token; null when there is none. What another process changed is seen a few seconds later.</summary>
    Task<AccessToken?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Adds it, or puts it in the place of the one of this id.</summary>
    Task PutAsync(AccessToken token, CancellationToken cancellationToken);

    /// <summary>Adds it unless there is any token, revoked and expired ones included; of many at once one adds.</summary>
    /// <returns>Whether it was added.</returns>
    Task<bool> AddFirstAsync(AccessToken token, CancellationToken cancellationToken);

    /// <summary>Changes a token in one step, so that of two changes at once none is lost.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="change">What becomes of it; its id must stay.</param>
    /// <param name="cancellationToken">Stops before the change.</param>
    /// <returns>The token after it; null when there is none.</returns>
    Task<AccessToken?> ChangeAsync(string id, Func<AccessToken, AccessToken> change, CancellationToken cancellationToken);

    /// <summary>All there are, revoked and expired ones included, oldest first.</summary>
    Task<IReadOnlyList<AccessToken>> ListAsync(CancellationToken cancellationToken);
}
