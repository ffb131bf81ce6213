namespace Optimizer.Domain.Attribution;

/// <summary>What may become of an event.</summary>
public enum EventAnswerKind
{
    /// <summary>It is in the ledger.</summary>
    Accepted,

    /// <summary>It was there already.</summary>
    Duplicate,

    /// <summary>Kept apart with the reason, and not counted: nothing that was sent is lost.</summary>
    Quarantined,
}
