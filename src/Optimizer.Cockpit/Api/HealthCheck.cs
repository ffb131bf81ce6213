namespace Optimizer.Cockpit.Api;

/// <param name="Name">engine, records or clock.</param>
/// <param name="IsFine">Whether it works.</param>
/// <param name="Problem">What does not; null when it works.</param>
public sealed record HealthCheck(string Name, bool IsFine, string? Problem);
