using Optimizer.Domain.Approvals;

namespace Optimizer.Domain.Audit.Events;

/// <summary>The question is closed.</summary>
/// <param name="Approval">Its id.</param>
/// <param name="State">How.</param>
/// <param name="By">Who or what closed it.</param>
/// <param name="Comment">Of the deciding answer.</param>
public sealed record ApprovalEnded(string Approval, ApprovalState State, string By, string? Comment) : AuditEvent;
