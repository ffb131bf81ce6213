namespace Optimizer.Domain.Plays;

/// <summary>When and where a play reports.</summary>
public sealed record ReportPlan
{
    public IReadOnlyList<Cadence> Cadence { get; init; } = [Plays.Cadence.Weekly];

    public DayOfWeek Day { get; init; } = DayOfWeek.Monday;

    /// <summary>Sinks by name.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    public IReadOnlyList<Cadence> Reviews { get; init; } = [];
}
