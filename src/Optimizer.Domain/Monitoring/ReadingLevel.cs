namespace Optimizer.Domain.Monitoring;

/// <summary>How much a reading asks for.</summary>
public enum ReadingLevel
{
    /// <summary>Logged, nothing to do.</summary>
    None,

    /// <summary>Logged and shown, never an action by itself (requirement S0-021).</summary>
    Watch,

    /// <summary>Asks for action: the play goes on to diagnosis (requirement S0-023).</summary>
    Anomaly,
}
