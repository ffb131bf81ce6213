namespace Optimizer.Domain.Plays;

/// <summary>What moves a play from one status to another.</summary>
public enum PlayMove
{
    Enrol,
    Diagnose,
    Deny,
    Ask,
    Start,
    End,
    Iterate,
    Rest,
    Converge,
    Review,
    Reopen,
    Pause,
    Resume,
    Stop,
}
