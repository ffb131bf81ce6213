namespace Optimizer.Domain.Policies;

/// <summary>What a play's autonomy is judged by (OPERATORS 4.8). Counts are since the level began.</summary>
public sealed record Scorecard
{
    public int Anomalies { get; init; }

    public int QuietDays { get; init; }

    /// <summary>Actions that policy denied although the loop thought them possible.</summary>
    public int PolicySurprises { get; init; }

    /// <summary>A guardrail that was broken without being caught by it.</summary>
    public int GuardrailMisses { get; init; }

    public int Approved { get; init; }

    public int Rejected { get; init; }

    /// <summary>Proven adoptions whose later KPI lay inside the stated interval, and all that could be checked.</summary>
    public int ForecastsInside { get; init; }

    public int Forecasts { get; init; }

    /// <summary>Times of the last reverts, oldest first; at most 4.</summary>
    public IReadOnlyList<DateTimeOffset> Reverts { get; init; } = [];
}
