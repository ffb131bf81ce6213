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
}
