namespace Optimizer.Domain.Plays;

/// <summary>A limit that a definition sets on a metric.</summary>
public sealed record GuardrailRule
{
    /// <summary>A KPI's key, "primary", or a metric the play does not define.</summary>
    public required string Metric { get; init; }

    /// <summary>One of &gt;, &lt;, &gt;= and &lt;=.</summary>
    public required string Operator { get; init; }

    public required double Value { get; init; }

    public string? Unit { get; init; }

    public required GuardrailBasis Basis { get; init; }

    public required GuardrailAction Action { get; init; }

    /// <summary>How long it must hold; null for at once.</summary>
    public Span? ForPeriods { get; init; }

    public string? Scope { get; init; }

    public bool WhileExperimentOnly { get; init; }
}
