namespace Optimizer.Connectors.Faults;

/// <summary>What goes wrong with one call.</summary>
internal enum FaultKind
{
    None,
    Fails,
    AnswerLost,
    Nonsense,
}
