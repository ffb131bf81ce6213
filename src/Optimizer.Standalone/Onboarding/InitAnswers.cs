using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Kpis;

namespace Optimizer.Standalone.Onboarding;

/// <summary>What the user said about the first play; null where they said nothing.</summary>
internal sealed record InitAnswers
{
    public required string Csv { get; init; }

    public string? Date { get; init; }

    public string? Value { get; init; }

    public string? Kpi { get; init; }

    public KpiKind? Kind { get; init; }

    public PerDay? PerDay { get; init; }

    /// <summary>The event that counts as success; the KPI's key when not said.</summary>
    public string? Event { get; init; }

    /// <summary>The event by which a visitor comes into a rate; also a column of the file, where it has one of that name.</summary>
    public string? Unit { get; init; }

    public string? Slug { get; init; }

    public string? Name { get; init; }

    /// <summary>up or down.</summary>
    public KpiDirection? Direction { get; init; }

    /// <summary>Such as headline=Start free; the setting may be left out.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    public string? TimeZone { get; init; }

    /// <summary>Whether guesses are taken without asking.</summary>
    public bool Yes { get; init; }
}
