namespace Optimizer.Domain.Policies;

/// <summary>Policy's three answers.</summary>
public enum RulingKind
{
    Allow,

    /// <summary>Only with an approval of the seat.</summary>
    Ask,

    Deny,
}
