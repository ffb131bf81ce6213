namespace Optimizer.Domain.Policies;

/// <summary>Every verb there is; policy refuses all others (S1-175).</summary>
public enum ActionKind
{
    /// <summary>Begin an experiment.</summary>
    StartExperiment,

    /// <summary>Make a variant the new control.</summary>
    AdoptVariant,

    /// <summary>Put control back. Never refused: it is the way out (but see freeze).</summary>
    RestoreControl,

    /// <summary>Cut the traffic of a variant that seems to hurt.</summary>
    ThrottleVariant,

    /// <summary>Raise the autonomy of a play.</summary>
    RaiseAutonomy,

    /// <summary>Change a policy so that it allows more.</summary>
    WidenPolicy,

    /// <summary>Let a play stand still, as somebody proposes.</summary>
    PausePlay,

    /// <summary>Let a play go on, as somebody proposes.</summary>
    ResumePlay,

    /// <summary>Stop a play for good, as somebody proposes.</summary>
    StopPlay,

    /// <summary>Put somebody's hypothesis into a play's backlog; starting its experiment is asked about when its turn comes.</summary>
    TryHypothesis,

    /// <summary>Change a policy so that it allows nothing more than before.</summary>
    ChangePolicy,
}
