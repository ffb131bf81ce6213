namespace Optimizer.Workflows;

/// <summary>A signal that came in time.</summary>
/// <param name="Payload">What it carries.</param>
public sealed record Delivery<T>(T Payload);
