namespace Optimizer.Domain.Kpis;

/// <summary>Whether a change of a KPI is welcome, given its direction.</summary>
public enum KpiMovement
{
    /// <summary>No change worth the name.</summary>
    None,

    Good,

    Bad,
}
