namespace Optimizer.Domain.Convergence;

/// <summary>What a play's run of small improvements lets one say.</summary>
public enum ConvergenceClaim
{
    /// <summary>The run is too short.</summary>
    NotConverged,

    /// <summary>
    /// The run is long enough, but its experiments could not all have seen an improvement of the limit's size (or it is not
    /// known that they could): no detectable gains at this traffic.
    /// </summary>
    NoDetectableGains,

    /// <summary>The run is long enough, and every experiment in it would have shown an improvement of the limit's size.</summary>
    Converged,
}
