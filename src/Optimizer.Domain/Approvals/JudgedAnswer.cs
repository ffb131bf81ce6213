namespace Optimizer.Domain.Approvals;

/// <summary>An answer with what became of it, as the trail has it.</summary>
/// <param name="Answer">As given.</param>
/// <param name="Counts">Whether it counted.</param>
/// <param name="Code">One of <see cref="ApprovalCode"/>; empty in trails from before there were codes.</param>
/// <param name="Why">In words.</param>
public sealed record JudgedAnswer(ApprovalAnswer Answer, bool Counts, string Code, string Why);
