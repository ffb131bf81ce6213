namespace Optimizer.Connectors.Simulated;

/// <summary>What a day's figure is made of.</summary>
internal enum KpiShape
{
    /// <summary>Units that convert over units.</summary>
    Share,

    /// <summary>Units that convert.</summary>
    Number,

    /// <summary>Amount over units.</summary>
    MeanAmount,

    /// <summary>Amount.</summary>
    TotalAmount,
}
