using Optimizer.Domain.Audit;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Reports;

/// <summary>Everything a play's weekly brief says, from its audit records alone (S0-007, S0-046 to S0-052).</summary>
public sealed record PlayWeek
{
    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>Empty when the trail does not name one.</summary>
    public required string Site { get; init; }

    public required ReportWeek Week { get; init; }

    public required PlayStanding Standing { get; init; }

    /// <summary>Null when the trail does not say.</summary>
    public Autonomy? Autonomy { get; init; }

    public required WeekCounts Counts { get; init; }

    /// <summary>One per KPI that changes were adopted on; the first primary KPI with 0 when there were none.</summary>
    public required IReadOnlyList<BookedGain> Gains { get; init; }

    /// <summary>One per primary KPI.</summary>
    public required IReadOnlyList<KpiChange> Kpis { get; init; }

    public required IReadOnlyList<AdoptedChange> Adopted { get; init; }

    public required IReadOnlyList<DroppedChange> Dropped { get; init; }

    public required IReadOnlyList<RunningExperiment> Running { get; init; }

    public required IReadOnlyList<WaitingApproval> Waiting { get; init; }

    /// <summary>What broke or stands still, in words.</summary>
    public required IReadOnlyList<string> Troubles { get; init; }

    /// <summary>What it would have done if it might act (shadow, advisory).</summary>
    public required IReadOnlyList<string> WouldHave { get; init; }

    public required LocalMaximum Maximum { get; init; }

    /// <summary>At least one; the code none says that nothing is asked.</summary>
    public required IReadOnlyList<Recommendation> Focus { get; init; }

    public required IReadOnlyList<ModeDifference> Otherwise { get; init; }

    /// <summary>First audit record used; 0 for none.</summary>
    public required long FirstSequence { get; init; }

    public required long LastSequence { get; init; }

    /// <summary>Hash of the last record used; empty for none.</summary>
    public required string HeadHash { get; init; }

    /// <param name="play">Its definition in force.</param>
    /// <param name="week">Which week.</param>
    /// <param name="records">The play's records of the week, and those until the brief is due.</param>
    /// <param name="before">What stood before: at least four weeks of readings, and the starts, ends and approvals of all time.</param>
    public static PlayWeek Of(Play play, ReportWeek week, IEnumerable<AuditRecord> records, IEnumerable<AuditRecord> before)
    {
        ArgumentNullException.ThrowIfNull(play);
        ArgumentNullException.ThrowIfNull(week);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(before);
        return PlayWeekParts.Of(play, week, new(records.Concat(before), week));
    }
}
