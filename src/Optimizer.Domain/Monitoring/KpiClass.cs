namespace Optimizer.Domain.Monitoring;

/// <summary>
/// What a KPI does, from r = mean(last 14 days) / mean(28 days before) - 1 (requirements S0-016 to S0-021; limits of
/// <see cref="ClassBands"/> by default).
/// <code>
///  r:   -100%      -20%        -10%       -2%    +2%       +10%        +50%
///         |  Drop  )[  Decline  )[ Normal  [Plateau]  Normal ](  Growth  ](  Spike ...
///       level:  anomaly   watch      none    anomaly    none      watch      anomaly
/// </code>
/// A square bracket includes the limit, a round one does not: an exact limit falls on the milder side. Plateau also asks
/// for three weekly looks in a row inside its band; with fewer the class is Normal.
/// </summary>
public enum KpiClass
{
    Normal,
    Plateau,
    Drop,
    Spike,

    /// <summary>Above normal, at most a spike's limit. Shown, never an action by itself.</summary>
    Growth,

    /// <summary>Below normal, at least a drop's limit. Shown, never an action by itself.</summary>
    Decline,

    /// <summary>Too few days, or too many of them without a figure.</summary>
    InsufficientData,

    /// <summary>Nothing but zeros in both windows: no change can be named, and tracking may be broken.</summary>
    FlatZero,

    /// <summary>Something after a baseline of zeros: no ratio exists.</summary>
    FromZero,
}
