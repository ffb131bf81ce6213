namespace Optimizer.Domain.Policies.Checks;

/// <summary>How a policy can be wrong although it reads.</summary>
public enum FindingKind
{
    /// <summary>Two values that cannot both be meant.</summary>
    Fights,

    /// <summary>It can never have an effect.</summary>
    NeverFires,
}
