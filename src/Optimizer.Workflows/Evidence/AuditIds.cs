using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;

namespace Optimizer.Workflows.Evidence;

/// <summary>The ids by which people ask for a record.</summary>
public static class AuditIds
{
    /// <summary>Kinds of records that have ids of their own.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "anomaly.found", "hypotheses.proposed", "hypothesis.accepted", "hypothesis.rejected", "ruling.given", "approval.asked", "approval.answered",
        "approval.ended", "experiment.started", "experiment.ended", "decision.made", "effect.intended", "effect.done", "effect.failed", "proposal.made",
        "proposal.ended", "would.have",
    ];

    /// <summary>Ids that mean this record, most telling first.</summary>
    public static IReadOnlyList<string> Of(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var experiment = record.Entry.Experiment ?? "";
        return record.Entry.Event switch
        {
            AnomalyFound e => [e.Anomaly],
            HypothesesProposed e => [.. e.Hypotheses.Select(claim => claim.Id)],
            HypothesisAccepted e => [e.Hypothesis],
            HypothesisRejected e => [e.Hypothesis],
            WouldHave e => [e.Hypothesis],
            RulingGiven e => [e.Ruling],
            ApprovalAsked e => [e.Request.Id],
            ApprovalAnswered e => [e.Approval],
            ApprovalEnded e => [e.Approval],
            ExperimentStarted or ExperimentEnded when experiment.Length > 0 => [experiment],
            DecisionMade e => [e.Record.Id],
            EffectIntended e => [e.Effect],
            EffectDone e => [e.Effect],
            EffectFailed e => [e.Effect],
            ProposalMade e => [e.Proposal.Id],
            ProposalEnded e => [e.Proposal],
            _ => [],
        };
    }

    /// <summary>How near two ids are: edits that make one the other, letter case aside.</summary>
    public static int Distance(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(diagonal + (same ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[^1];
    }
}
