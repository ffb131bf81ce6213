using Optimizer.Domain.Approvals;
using Optimizer.Workflows.Approvals;

namespace Optimizer.Cockpit.Approvals;

/// <summary>A question as it stands.</summary>
/// <param name="Card">With everything the trail has of it.</param>
/// <param name="Question">As the engine has it; null when the engine has long forgotten it.</param>
internal sealed record FoundApproval(ApprovalCard Card, ApprovalQuestion? Question);
