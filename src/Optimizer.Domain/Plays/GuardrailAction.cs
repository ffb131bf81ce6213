namespace Optimizer.Domain.Plays;

/// <summary>What a guardrail asks for when it is broken.</summary>
public enum GuardrailAction
{
    Notify,
    Investigate,
    HumanReview,
    Pause,
    Revert,
    Reduce,
    Rotate,
    Forbid,
    TriggerLoop,
}
