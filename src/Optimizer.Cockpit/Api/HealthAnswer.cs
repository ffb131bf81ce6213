namespace Optimizer.Cockpit.Api;

/// <param name="Status">live, ready or not_ready.</param>
/// <param name="Checks">What was looked at.</param>
internal sealed record HealthAnswer(string Status, IReadOnlyList<HealthCheck> Checks);
