namespace Optimizer.Domain.Experiments;

/// <summary>What an experiment shows at one look. Same reading and same rules give the same decision, for ever.</summary>
/// <param name="Day">Days since the start, the first being 1; null when the source has no dates and the experiment is over.</param>
/// <param name="Control">Name of the control.</param>
/// <param name="Variants">Every variant against control.</param>
/// <param name="Guardrails">Metrics that must not be harmed, whatever the goal says.</param>
public sealed record ExperimentReading(
    int? Day, string Control, IReadOnlyList<VariantReading> Variants, IReadOnlyList<GuardrailReading> Guardrails)
{
    /// <summary>The same from a source without dates, whose experiment is over: no rule over days or hours applies.</summary>
    public ExperimentReading Undated() =>
        this with { Day = null, Variants = [.. Variants.Select(variant => variant with { LastDay = null })] };
}
