using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Audit.Events;

/// <summary>Policy answered. Action, history and policy are all it saw, so it recomputes.</summary>
/// <param name="Ruling">Its id.</param>
/// <param name="Action">What was asked.</param>
/// <param name="History">What had been done.</param>
/// <param name="Autonomy">Of the play then.</param>
/// <param name="Policy">Version and hash in force.</param>
/// <param name="Answer">With its reasons.</param>
public sealed record RulingGiven(
    string Ruling, ProposedAction Action, ActionHistory History, Autonomy Autonomy, string Policy, Ruling Answer) : AuditEvent;
