using Optimizer.Domain.Approvals;

namespace Optimizer.Workflows.Ports;

/// <summary>Who answers for whom. Durable when it answers; thread safe.</summary>
public interface IDelegationStore
{
    /// <summary>Adds it, or puts it in the place of the one of this id.</summary>
    Task PutAsync(Delegation delegation, CancellationToken cancellationToken);

    /// <summary>All there are, ended and revoked ones included, oldest first.</summary>
    Task<IReadOnlyList<Delegation>> ListAsync(CancellationToken cancellationToken);
}
