namespace Optimizer.Domain.Audit;

/// <summary>One thing that happened, before it has a place in the trail.</summary>
public sealed record AuditEntry
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The play's slug; "-" for what concerns all, such as a report.</summary>
    public required string Play { get; init; }

    public string? Experiment { get; init; }

    /// <summary>Who did it: loop, a person's principal, or policy.</summary>
    public required string Actor { get; init; }

    /// <summary>What belongs together carries one cause, such as the anomaly that all of it follows from (S0-023).</summary>
    public required string Cause { get; init; }

    public required AuditEvent Event { get; init; }
}
