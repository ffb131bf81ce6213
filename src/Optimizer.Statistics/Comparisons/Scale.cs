namespace Optimizer.Statistics.Comparisons;

/// <summary>On which scale a variant is compared with control.</summary>
public enum Scale
{
    /// <summary>(variant - control) / |control|: +0.05 is 5 % better. Undefined when control is 0.</summary>
    Relative,

    /// <summary>variant - control, in the metric's own unit.</summary>
    Absolute,
}
