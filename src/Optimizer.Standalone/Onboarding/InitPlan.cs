using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Kpis;

namespace Optimizer.Standalone.Onboarding;

/// <summary>A first play, settled: what was said, and what was guessed where nothing was.</summary>
internal sealed record InitPlan
{
    public required string Csv { get; init; }

    public required string Date { get; init; }

    public required string Value { get; init; }

    public required string Kpi { get; init; }

    public required KpiKind Kind { get; init; }

    public required PerDay PerDay { get; init; }

    public required string Event { get; init; }

    public required string Unit { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required KpiDirection Direction { get; init; }

    public required IReadOnlyList<(string Key, string? Current)> Variables { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>The figures, a day each.</summary>
    public required KpiRecording Recording { get; init; }

    /// <summary>Units of each day, where the file has a column of the unit's name; null where it has none.</summary>
    public KpiRecording? Units { get; init; }

    /// <summary>Options that nobody gave, with what was taken for them and why.</summary>
    public required IReadOnlyList<InitGuess> Guesses { get; init; }
}
