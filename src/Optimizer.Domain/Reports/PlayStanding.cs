namespace Optimizer.Domain.Reports;

/// <summary>Where a play stood at the end of the week.</summary>
public enum PlayStanding
{
    Active,

    /// <summary>A local maximum is reached as far as its traffic can tell.</summary>
    Converged,

    /// <summary>Somebody, or a row of failures, stopped the optimisation.</summary>
    Paused,

    Stopped,
}
