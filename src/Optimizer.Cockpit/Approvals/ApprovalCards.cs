using Optimizer.Domain.Approvals;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Approvals;

/// <summary>How questions stand, for those who show them elsewhere.</summary>
/// <param name="client">The engine.</param>
/// <param name="trail">The trail.</param>
public sealed class ApprovalCards(IWorkflowClient client, IAuditTrail trail)
{
    private readonly ApprovalFinder _finder = new(client, trail);

    /// <summary>A question with everything there is to say; null when there is none of this id.</summary>
    public async Task<ApprovalCard?> FindAsync(string id, CancellationToken cancellationToken) => (await _finder.FindAsync(id, cancellationToken))?.Card;
}
