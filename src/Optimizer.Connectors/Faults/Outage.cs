namespace Optimizer.Connectors.Faults;

/// <param name="Port">Name of the port's interface, such as IKpiSource; null for all of them.</param>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
public sealed record Outage(string? Port, DateTimeOffset From, DateTimeOffset Until);
