namespace Optimizer.Connectors.Recordings;

/// <summary>What one row of an experiment file stands for.</summary>
public enum RowShape
{
    /// <summary>One unit, such as a visitor or a store.</summary>
    Unit,

    /// <summary>Successes and units of one variant, usually of one day.</summary>
    Totals,

    /// <summary>Units, mean and variance of one variant.</summary>
    Moments,
}
