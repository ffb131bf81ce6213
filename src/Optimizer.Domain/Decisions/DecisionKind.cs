namespace Optimizer.Domain.Decisions;

/// <summary>
/// What is done with an experiment after a look.
/// <code>
/// running --Extend--> running
/// running --Halt--> invalid: never a win or a loss
/// running --Revert--> control restored, cooldown on the variable
/// running --Iterate--> control restored, next hypothesis builds on the reading
/// running --AdoptProvisional--> variant at 90 % with a 10 % holdback, evidence keeps growing --AdoptProven | Revert--> ...
/// running --AdoptProven--> variant is the new control, gain booked from the shrunk lift
/// running --AdoptStated--> variant is the new control because a stated rule says so; nothing is proven, no gain is booked
/// </code>
/// </summary>
public enum DecisionKind
{
    /// <summary>Keep running: nothing may be said yet.</summary>
    Extend,

    /// <summary>The variant is better by always-valid evidence.</summary>
    AdoptProven,

    /// <summary>A stated rule that may act word for word adopts; nothing is proven, so nothing is booked.</summary>
    AdoptStated,

    /// <summary>The variant is probably better; it goes live with a holdback and books no gain until proven.</summary>
    AdoptProvisional,

    /// <summary>No winner at the end or no hope at the futility day: keep control, try the next idea.</summary>
    Iterate,

    /// <summary>The variant does harm by always-valid evidence: take it out now.</summary>
    Revert,

    /// <summary>The experiment itself is broken; the reading counts for nothing.</summary>
    Halt,
}
