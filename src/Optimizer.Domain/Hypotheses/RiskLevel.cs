namespace Optimizer.Domain.Hypotheses;

/// <summary>How much a change may hurt. What nobody rated is high (S0-028).</summary>
public enum RiskLevel
{
    Low,
    Medium,
    High,
}
