namespace Optimizer.Domain.Proposals;

/// <summary>What may be proposed from outside; a word that is none of these is refused before policy is asked (S1-163, S1-175).</summary>
public enum ProposalKind
{
    /// <summary>Let optimisation stand still.</summary>
    PausePlay,

    /// <summary>Let a paused play, or one in review, go on.</summary>
    ResumePlay,

    /// <summary>Stop the play for good.</summary>
    StopPlay,

    /// <summary>Put a hypothesis into the play's backlog.</summary>
    TryHypothesis,

    /// <summary>Put another policy in force.</summary>
    ChangePolicy,
}
