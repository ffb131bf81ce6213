namespace Optimizer.Domain.Plays;

/// <summary>
/// Where a play stands. <see cref="PlayTransitions"/> is the table.
/// <code>
/// Enrolling --Enrol--> Monitoring --Diagnose--> Diagnosing --Start--> Experimenting --End--> Evaluating
///                       ^   ^   ^                | |    ^                                     |  |  |
///                       |   |   +------Deny------+ +Ask-|-> Waiting --Start--> Experimenting  |  |  |
///                       |   |                           |     | --Deny--> Monitoring          |  |  |
///                       |   |                           +-----+ Diagnose (next rank)          |  |  |
///                       |   |                           +---------------Iterate---------------+  |  |
///                       |   +-------------------------------------Rest---------------------------+  |
///                       |                          Converged &lt;--Converge-- | --Review--> Review ------+
///                       +--Reopen-- Converged                                           |
///                       +--Resume-- Paused | Review &lt;-----------------------------------+
/// any but Stopped --Pause--> Paused          any but Stopped --Stop--> Stopped
/// </code>
/// A port that does not answer changes no status: the step is tried again, and the view says so (problem).
/// </summary>
public enum PlayStatus
{
    /// <summary>Started, not yet read.</summary>
    Enrolling,

    /// <summary>Reads its KPIs at every tick; may have hypotheses that wait for a cap to free.</summary>
    Monitoring,

    /// <summary>Hypotheses are made for an anomaly, and policy is asked about them.</summary>
    Diagnosing,

    /// <summary>A person is asked; nothing else on the play proceeds (S0-030, C12).</summary>
    Waiting,

    /// <summary>One experiment is live.</summary>
    Experimenting,

    /// <summary>An experiment is over; what follows from it is worked out.</summary>
    Evaluating,

    /// <summary>At its local maximum: read weekly (S0-071), re-opened by an anomaly (S0-008).</summary>
    Converged,

    /// <summary>A person paused it: it reads its KPIs and starts nothing.</summary>
    Paused,

    /// <summary>All recent experiments failed: a person must look at the strategy (S0-062).</summary>
    Review,

    /// <summary>Over.</summary>
    Stopped,
}
