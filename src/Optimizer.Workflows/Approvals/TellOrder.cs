namespace Optimizer.Workflows.Approvals;

/// <param name="Asker">The instance that asked.</param>
/// <param name="End">What came of it.</param>
public sealed record TellOrder(string Asker, ApprovalEnd End);
