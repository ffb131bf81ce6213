namespace Optimizer.Domain.Reports;

/// <summary>One play's week in the portfolio.</summary>
public sealed record PortfolioLine
{
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required string Site { get; init; }

    public required PlayStanding Standing { get; init; }

    public required WeekCounts Counts { get; init; }

    public required IReadOnlyList<BookedGain> Gains { get; init; }

    /// <summary>First primary KPI; null when the play has none.</summary>
    public KpiChange? Kpi { get; init; }

    public required int Wins { get; init; }

    /// <summary>Reverted for harm.</summary>
    public required int Losses { get; init; }

    public required int Running { get; init; }

    public required int Waiting { get; init; }

    public required IReadOnlyList<string> Troubles { get; init; }

    /// <summary>First line of what to turn to.</summary>
    public required Recommendation Focus { get; init; }

    public double? Distance { get; init; }

    public static PortfolioLine Of(PlayWeek week)
    {
        ArgumentNullException.ThrowIfNull(week);
        return new()
        {
            Slug = week.Slug,
            Name = week.Name,
            Site = week.Site,
            Standing = week.Standing,
            Counts = week.Counts,
            Gains = week.Gains,
            Kpi = week.Kpis is [var kpi, ..] ? kpi : null,
            Wins = week.Adopted.Count(change => change.IsProven),
            Losses = week.Dropped.Count(change => change.End == Decisions.DecisionKind.Revert),
            Running = week.Running.Count,
            Waiting = week.Waiting.Count,
            Troubles = week.Troubles,
            Focus = week.Focus[0],
            Distance = week.Maximum.Distance,
        };
    }
}
