namespace Optimizer.Statistics.Comparisons;

/// <summary>Which deviations from no effect count.</summary>
public enum Side
{
    /// <summary>Both directions.</summary>
    Two,

    /// <summary>Only effects above 0; the interval is open upwards.</summary>
    Greater,

    /// <summary>Only effects below 0; the interval is open downwards.</summary>
    Lesser,
}
