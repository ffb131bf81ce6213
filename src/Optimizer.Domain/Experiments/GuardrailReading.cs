namespace Optimizer.Domain.Experiments;

/// <summary>A guardrail metric at one look.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Variant">The variant it was read on.</param>
/// <param name="Harmed">True when the limit is broken.</param>
/// <param name="Why">The number and the limit, in words.</param>
public sealed record GuardrailReading(string Metric, string Variant, bool Harmed, string Why)
{
    /// <summary>Relative change in the good direction; null where there is none, or it was not measured so.</summary>
    public double? Gain { get; init; }

    /// <summary>ln of the always-valid evidence that it is worse at all; null where it was not measured so.</summary>
    public double? LogWorse { get; init; }
}
