namespace Optimizer.Domain.Guardrails;

/// <summary>One limit that holds whatever the goal says: null when it has no say in the action.</summary>
public delegate Opinion? Guardrail(ProposedCase asked);
