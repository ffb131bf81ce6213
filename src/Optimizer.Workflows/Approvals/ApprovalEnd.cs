using Optimizer.Domain.Approvals;

namespace Optimizer.Workflows.Approvals;

/// <summary>What came of a question.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="State">How it ended.</param>
/// <param name="By">Who or what ended it.</param>
/// <param name="Comment">Of the deciding answer.</param>
/// <param name="PayloadHash">Of the change it was about.</param>
public sealed record ApprovalEnd(string Id, ApprovalState State, string By, string? Comment, string PayloadHash);
