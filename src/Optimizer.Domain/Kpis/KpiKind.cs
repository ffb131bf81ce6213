namespace Optimizer.Domain.Kpis;

/// <summary>What a day's figure is made of; it decides how much a day may vary by chance alone.</summary>
public enum KpiKind
{
    /// <summary>A number of events a day. Small counts vary as Poisson counts do.</summary>
    Count,

    /// <summary>One number over another, such as a conversion rate.</summary>
    Rate,

    /// <summary>An amount of money.</summary>
    Money,
}
