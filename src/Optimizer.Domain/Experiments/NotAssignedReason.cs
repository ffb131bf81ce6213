namespace Optimizer.Domain.Experiments;

/// <summary>Why a unit takes no part in an experiment.</summary>
public enum NotAssignedReason
{
    /// <summary>The visitor has no id, so it could not keep a variant.</summary>
    NoUnitId,

    /// <summary>The unit falls to the slice of another experiment of the same namespace, or to none.</summary>
    OutsideNamespace,

    /// <summary>The experiment does not cover the unit; raising the coverage may let it in.</summary>
    OutsideCoverage,

    /// <summary>The experiment has not begun, or was closed: who is new takes no part.</summary>
    NotRunning,
}
