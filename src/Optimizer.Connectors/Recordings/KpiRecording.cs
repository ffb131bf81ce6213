using Optimizer.Domain.Kpis;

namespace Optimizer.Connectors.Recordings;

/// <summary>A KPI as a file tells it.</summary>
/// <param name="Series">The daily figures.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Missing">Days between the first and the last without a figure.</param>
public sealed record KpiRecording(KpiSeries Series, long Rows, int Missing);
