namespace Optimizer.Domain.Decisions;

/// <summary>How far a stated rule may act. It is computed and recorded at every look in each of them.</summary>
public enum RuleMode
{
    /// <summary>Recorded only.</summary>
    Off,

    /// <summary>Harm throttles the variant at once and reverts on evidence; gain adopts on evidence.</summary>
    Guarded,

    /// <summary>Does what the document says, word for word.</summary>
    Literal,
}
