namespace Optimizer.Domain.Experiments;

/// <summary>What an experiment shows at one look. Same reading and same rules give the same decision, for ever.</summary>
/// <param name="Day">Days since the start, the first being 1; null when the source has no dates and the experiment is over.</param>
/// <param name="Control">Name of the control.</param>
/// <param name="Variants">Every variant against control: at least one, names all different.</param>
/// <param name="Guardrails">Metrics that must not be harmed, whatever the goal says; each read on one of the variants.</param>
public sealed record ExperimentReading(
    int? Day, string Control, IReadOnlyList<VariantReading> Variants, IReadOnlyList<GuardrailReading> Guardrails)
{
    public int? Day { get; init => field = CheckedDay(value, nameof(Day)); } = CheckedDay(Day, nameof(Day));

    public IReadOnlyList<VariantReading> Variants { get; init => field = CheckedVariants(value, nameof(Variants)); } = CheckedVariants(Variants, nameof(Variants));

    public IReadOnlyList<GuardrailReading> Guardrails { get; } = CheckedGuardrails(Guardrails, Variants, nameof(Guardrails));

    /// <summary>The same from a source without dates, whose experiment is over: no rule over days or hours applies.</summary>
    public ExperimentReading Undated() => this with { Day = null, Variants = [.. Variants.Select(variant => variant.Undated())] };

    private static int? CheckedDay(int? day, string name) => day is null or >= 1
        ? day
        : throw new ArgumentOutOfRangeException(name, day, "must be at least 1, the first day, or null without dates");

    private static IReadOnlyList<VariantReading> CheckedVariants(IReadOnlyList<VariantReading> variants, string name)
    {
        ArgumentNullException.ThrowIfNull(variants, name);
        return variants.Count > 0 && variants.DistinctBy(variant => variant.Name, StringComparer.Ordinal).Count() == variants.Count
            ? variants
            : throw new ArgumentException("a reading needs at least one variant, each with a name of its own", name);
    }

    // A guardrail of a variant that nobody knows would never stop anything.
    private static IReadOnlyList<GuardrailReading> CheckedGuardrails(
        IReadOnlyList<GuardrailReading> guardrails, IReadOnlyList<VariantReading> variants, string name)
    {
        ArgumentNullException.ThrowIfNull(guardrails, name);
        return guardrails.FirstOrDefault(guardrail => variants.All(variant => variant.Name != guardrail.Variant)) is { } stray
            ? throw new ArgumentException(
                $"the guardrail {stray.Metric} was read on '{stray.Variant}', which is none of the variants {string.Join(", ", variants.Select(variant => variant.Name))}",
                name)
            : guardrails;
    }
}
