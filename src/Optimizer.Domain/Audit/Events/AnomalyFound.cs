using Optimizer.Domain.Monitoring;

namespace Optimizer.Domain.Audit.Events;

/// <summary>A KPI asks for action. The figures are all the classification saw, so it recomputes.</summary>
/// <param name="Anomaly">Its id: play, KPI and day.</param>
/// <param name="Kpi">Its key.</param>
/// <param name="Class">What it does.</param>
/// <param name="Change">r, a share.</param>
/// <param name="FirstDay">Of the figures.</param>
/// <param name="Figures">Daily, null where missing.</param>
/// <param name="Reasons">In words.</param>
public sealed record AnomalyFound(
    string Anomaly, string Kpi, KpiClass Class, double? Change, DateOnly FirstDay, IReadOnlyList<double?> Figures, IReadOnlyList<string> Reasons) : AuditEvent;
