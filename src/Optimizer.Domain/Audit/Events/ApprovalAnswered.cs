using Optimizer.Domain.Approvals;

namespace Optimizer.Domain.Audit.Events;

/// <summary>Somebody answered; whether it counts is said.</summary>
/// <param name="Approval">Its id.</param>
/// <param name="Answer">As given.</param>
/// <param name="Counts">Whether it counts.</param>
/// <param name="Why">In words.</param>
public sealed record ApprovalAnswered(string Approval, ApprovalAnswer Answer, bool Counts, string Why) : AuditEvent
{
    /// <summary>One of <see cref="ApprovalCode"/>; empty in trails from before there were codes.</summary>
    public string Code { get; init; } = "";
}
