namespace Optimizer.Domain.Kpis;

/// <summary>Which way a KPI should move.</summary>
public enum KpiDirection
{
    /// <summary>Visits, leads, revenue: a fall is the bad side.</summary>
    HigherIsBetter,

    /// <summary>Cost per lead, bounce rate: a rise is the bad side.</summary>
    LowerIsBetter,
}
