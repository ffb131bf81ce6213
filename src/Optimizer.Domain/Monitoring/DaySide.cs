namespace Optimizer.Domain.Monitoring;

/// <summary>Which side of its usual level a single day fell on, when far enough to say so.</summary>
public enum DaySide
{
    None,
    High,
    Low,
}
