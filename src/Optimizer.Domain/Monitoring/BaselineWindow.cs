namespace Optimizer.Domain.Monitoring;

/// <summary>Which days the recent ones are compared with (requirement S0-016).</summary>
public enum BaselineWindow
{
    /// <summary>The days before the recent window. The default: a change does not dilute its own yardstick.</summary>
    ExcludingRecent,

    /// <summary>A rolling window that ends today, the recent days being part of it. About half as sensitive to a step.</summary>
    IncludingRecent,
}
