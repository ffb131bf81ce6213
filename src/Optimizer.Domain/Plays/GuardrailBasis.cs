namespace Optimizer.Domain.Plays;

/// <summary>What a guardrail's value is compared with.</summary>
public enum GuardrailBasis
{
    Absolute,
    ChangeFromBaseline,
    PercentOfBaseline,
    VsControl,
}
