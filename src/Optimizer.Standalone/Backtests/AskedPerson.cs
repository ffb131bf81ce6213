using Optimizer.Domain.Approvals;

namespace Optimizer.Standalone.Backtests;

/// <summary>A question that went to people.</summary>
/// <param name="Request">The question.</param>
/// <param name="State">How it ended; pending when history ended first.</param>
internal sealed record AskedPerson(ApprovalRequest Request, ApprovalState State);
