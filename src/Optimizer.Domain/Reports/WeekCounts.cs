using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;

namespace Optimizer.Domain.Reports;

/// <summary>How much happened in a week, counted from the audit trail (S0-047).</summary>
/// <param name="Anomalies">Records of kind anomaly.found.</param>
/// <param name="Hypotheses">Hypotheses in all records of kind hypotheses.proposed.</param>
/// <param name="Started">Records of kind experiment.started.</param>
/// <param name="Ended">Records of kind experiment.ended.</param>
/// <param name="Decisions">Records of kind decision.made: one per look.</param>
/// <param name="Concluding">Those of them that did not just go on.</param>
/// <param name="Adoptions">Records of kind change.adopted.</param>
public sealed record WeekCounts(int Anomalies, int Hypotheses, int Started, int Ended, int Decisions, int Concluding, int Adoptions)
{
    public static WeekCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Counts the records given; which ones belong to the week is the caller's choice.</summary>
    public static WeekCounts Of(IEnumerable<AuditRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Aggregate(None, (counts, record) => counts + One(record.Entry.Event));
    }

    public static WeekCounts operator +(WeekCounts left, WeekCounts right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(
            left.Anomalies + right.Anomalies, left.Hypotheses + right.Hypotheses, left.Started + right.Started,
            left.Ended + right.Ended, left.Decisions + right.Decisions, left.Concluding + right.Concluding,
            left.Adoptions + right.Adoptions);
    }

    private static WeekCounts One(AuditEvent happened) => happened switch
    {
        AnomalyFound => None with { Anomalies = 1 },
        HypothesesProposed proposed => None with { Hypotheses = proposed.Hypotheses.Count },
        ExperimentStarted => None with { Started = 1 },
        ExperimentEnded => None with { Ended = 1 },
        DecisionMade made => None with { Decisions = 1, Concluding = made.Record.Decision.Kind == DecisionKind.Extend ? 0 : 1 },
        ChangeAdopted => None with { Adoptions = 1 },
        _ => None,
    };
}
