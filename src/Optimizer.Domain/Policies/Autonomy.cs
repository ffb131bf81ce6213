namespace Optimizer.Domain.Policies;

/// <summary>
/// How far a play may act alone (C17, C34).
/// <code>
/// Shadow --7 days, scorecard--> Advisory --7 days, sign-off--> Semi --14 days, scorecard, sign-off--> Full
///    ^                                                          ^                                      |
///    +---- nothing is written anywhere                          +---- a miss, or 2 reverts in 7 days ---+
/// </code>
/// </summary>
public enum Autonomy
{
    /// <summary>The whole loop, no effect outside.</summary>
    Shadow,

    /// <summary>Suggestions to people; no way to execute.</summary>
    Advisory,

    /// <summary>Everything waits for an approval.</summary>
    Semi,

    /// <summary>What policy allows runs alone.</summary>
    Full,
}
