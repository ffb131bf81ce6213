using Optimizer.Domain.Monitoring;

namespace Optimizer.Domain.Audit.Events;

/// <summary>A KPI was read and asks for nothing.</summary>
/// <param name="Kpi">Its key.</param>
/// <param name="Class">What it does.</param>
/// <param name="Change">r of the reading, a share.</param>
/// <param name="Recent">Mean of the last 14 days.</param>
/// <param name="Day">Last complete day.</param>
/// <param name="Reasons">In words.</param>
/// <param name="Figures">Daily figures of the last 7 days, <paramref name="Day"/> last, null where missing: a brief recomputes from them (S0-050).</param>
public sealed record KpiRead(
    string Kpi, KpiClass Class, double? Change, double? Recent, DateOnly Day, IReadOnlyList<string> Reasons,
    IReadOnlyList<double?>? Figures = null) : AuditEvent;
