namespace Optimizer.Domain.Plays;

/// <summary>How a KPI is computed from events. Which members are set depends on <see cref="Type"/>.</summary>
public sealed record Measure
{
    public required MeasureType Type { get; init; }

    /// <summary>Of a ratio.</summary>
    public EventSelector? Numerator { get; init; }

    /// <summary>Of a ratio.</summary>
    public EventSelector? Denominator { get; init; }

    /// <summary>How long after the denominator's event the numerator's may come; null for no limit.</summary>
    public Span? ConversionWindow { get; init; }

    /// <summary>Of a count, sum, average or median.</summary>
    public EventSelector? Of { get; init; }

    /// <summary>What a count, sum, average or median is taken per; null for per period.</summary>
    public string? Per { get; init; }

    /// <summary>Where the cost of a cost_per comes from, as JSON.</summary>
    public string? Cost { get; init; }

    /// <summary>What the cost is divided by.</summary>
    public EventSelector? PerEvent { get; init; }

    /// <summary>What a difference is of.</summary>
    public Measure? Metric { get; init; }

    /// <summary>scalable_baseline, holdout, non_exposed or peer_segment.</summary>
    public string? Against { get; init; }

    /// <summary>relative or pp.</summary>
    public string? As { get; init; }

    /// <summary>The system an external measure is read from.</summary>
    public string? Source { get; init; }

    /// <summary>Its name there.</summary>
    public string? Name { get; init; }

    /// <summary>Of a hogql measure.</summary>
    public string? Query { get; init; }

    /// <summary>Of an untracked measure: events that may become it.</summary>
    public IReadOnlyList<string> CandidateEvents { get; init; } = [];

    /// <summary>False when nothing in it can be computed: never optimise what is not measured (S0-063).</summary>
    public bool IsTracked => Type != MeasureType.Untracked && Metric?.IsTracked != false;

    /// <summary>Names of the events it is computed from, each once (S0-010).</summary>
    public IReadOnlyList<string> Events =>
        [.. new[] { Numerator, Denominator, Of, PerEvent }.OfType<EventSelector>().Select(selector => selector.Event)
            .Concat(Metric?.Events ?? []).Distinct(StringComparer.Ordinal)];
}
